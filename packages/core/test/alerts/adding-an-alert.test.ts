import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type AlertRow, alertRowProblems, metricAlert } from "@ringfence/core/alerts";
import ts from "typescript";
import * as urgency from "../../src/alerts/catalogue/urgency";

const core = join(__dirname, "../..");
const guide = readFileSync(join(core, "../../CONTRIBUTING.md"), "utf8");
const section = /## Adding an alert\n([\s\S]+?)\n## /.exec(guide)?.[1] ?? "";
const row = /```ts\n([\s\S]+?)```/.exec(section)?.[1] ?? "";

/** What the guide says of mistakes: what stands in the row, what is written instead, who refuses it, and how. */
const mistakes = section
  .split("\n")
  .filter((line) => line.startsWith("| `"))
  .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll("\\|", "|").replace(/^`|`$/g, "")))
  .map(([, found = "", instead = "", by = "", message = ""]) => ({ found, instead, by, message }));

/** Compiles a row as if it stood in a file of the catalogue; what the compiler has against it, one text a mistake. */
const compiled = compiler(join(core, "src/alerts/catalogue/new-alerts.ts"));

test("the row that the guide shows compiles and can be deployed", () => {
  expect(compiled(row)).toEqual([]);
  expect(alertRowProblems(made(row))).toEqual([]);
});

test("the guide shows mistakes of both kinds", () => {
  expect(mistakes.map(({ by }) => by).sort()).toEqual([...Array(8).fill("tsc"), ...Array(3).fill("test")].sort());
});

test.each(mistakes.filter(({ by }) => by === "tsc"))("the compiler refuses $instead", ({ found, instead, message }) => {
  expect(row).toContain(found);
  expect(compiled(row.replace(found, instead)).join("\n")).toContain(message);
});

test.each(mistakes.filter(({ by }) => by === "test"))("the tests refuse $instead", ({ found, instead, message }) => {
  expect(row).toContain(found);
  const wrong = row.replace(found, instead);
  expect(compiled(wrong)).toEqual([]);
  expect(alertRowProblems(made(wrong)).map(({ path, problem }) => `${path}: ${problem}`)).toEqual([message]);
});

test("a metric that Microsoft says not to use does not compile", () => {
  const unused = row
    .replace("Microsoft.Search/searchServices", "Microsoft.CognitiveServices/accounts")
    .replace("SearchQueriesPerSecond", "SuccessRate");
  expect(compiled(unused).join("\n")).toContain(`Type '"SuccessRate"' is not assignable`);
});

test("the row's runbook has a page", () => {
  const id = /runbook: "([a-z-]+)"/.exec(row)?.[1] ?? "";
  expect(existsSync(resolve(core, "../../runbooks", `${id}.md`))).toBe(true);
});

/** The row that a text makes. */
function made(text: string): AlertRow {
  const { outputText } = ts.transpileModule(text, { compilerOptions: { module: ts.ModuleKind.CommonJS } });
  const names = ["metricAlert", ...Object.keys(urgency)];
  const values = [metricAlert, ...Object.values(urgency)];
  const exported: Record<string, AlertRow> = {};
  new Function("exports", ...names, outputText)(exported, ...values);
  const [only] = Object.values(exported).filter((value) => value !== undefined);
  if (only === undefined) throw new Error("the text makes no row");
  return only;
}

function compiler(file: string): (text: string) => string[] {
  const config = ts.readConfigFile(join(core, "tsconfig.json"), ts.sys.readFile).config;
  const { options: given } = ts.parseJsonConfigFileContent(config, ts.sys, core);
  const options = {
    ...given,
    noEmit: true,
    noUnusedLocals: false,
    composite: false,
    incremental: false,
    tsBuildInfoFile: undefined,
  };
  const host = ts.createCompilerHost(options);
  const read = new Map<string, ts.SourceFile | undefined>();
  const fromDisk = host.getSourceFile.bind(host);
  let text = "";
  host.getSourceFile = (name, target) => {
    if (name === file) return ts.createSourceFile(name, text, target);
    if (!read.has(name)) read.set(name, fromDisk(name, target));
    return read.get(name);
  };
  const onDisk = host.fileExists.bind(host);
  host.fileExists = (name) => name === file || onDisk(name);
  let before: ts.Program | undefined;
  const imports = [
    'import { metricAlert } from "../metric-alert";',
    `import { ${Object.keys(urgency).join(", ")} } from "./urgency";`,
  ];
  return (row) => {
    text = [...imports, row].join("\n");
    const program = ts.createProgram([file], options, host, before);
    before = program;
    return program
      .getSemanticDiagnostics(program.getSourceFile(file))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
  };
}
