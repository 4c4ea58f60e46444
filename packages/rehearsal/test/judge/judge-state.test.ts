import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { StackRehearsal, Verdict } from "../../src/document";
import { judgeState, UsageError } from "../../src/engine";
import { junitReport, pullRequestComment, reportPage, sarifLog, terminalSummary, viewOf } from "../../src/report";
import { rehearseProgram } from "../engine/rehearse-program";
import { encrypted, exportOf, inTheClear, type Row } from "./export-stack";

const pack = join(__dirname, "../packs/judge");
const urn = (path: string) => `urn:pulumi:dev::judged::${path}`;
const base = urn("echo:index:Thing::base");

let folder: string;
let deployed: StackRehearsal;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "judge-"));
  ({ stack: deployed } = await rehearseProgram("judged", { mode: "up", policyPacks: packs({ owner: "advisory" }) }));
});
afterAll(() => rmSync(folder, { recursive: true }));

function written(content: unknown, name = "state.json"): string {
  const file = join(folder, name);
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}

function packs(config: object) {
  const configFile = join(folder, `config-${Object.keys(config).join("-")}.json`);
  writeFileSync(configFile, JSON.stringify(config));
  return [{ directory: pack, configFile }];
}

async function judged(content: unknown, config: object = { owner: "advisory" }) {
  const document = await judgeState({ stateFile: written(content), policyPacks: packs(config) });
  const [stack] = document.stacks;
  if (!stack) throw new Error("no stack was judged");
  return { document, stack };
}

const failures = (verdicts: readonly Verdict[]) =>
  verdicts
    .filter(({ outcome }) => outcome === "fail")
    .map(({ rule, urn, level, severity }) => `${rule} ${level} ${severity} ${urn}`)
    .sort();

const outcomesOf = (verdicts: readonly Verdict[], rule: string, at?: string) =>
  verdicts.filter((one) => one.rule === rule && one.urn === at).map(({ outcome }) => outcome);

test("an exported stack has the failures that its deployment had", async () => {
  const { document, stack } = await judged(exportOf(deployed));
  expect(failures(deployed.verdicts).length).toBeGreaterThan(3);
  expect(failures(stack.verdicts)).toEqual(failures(deployed.verdicts));
  expect(document).toMatchObject({ version: 1, project: "judged", origin: "state" });
  expect(stack).toMatchObject({ stack: "dev", mode: "state", refusals: [], packs: [{ name: "judge" }] });
  expect(stack.resources.map(({ urn }) => urn)).toEqual(deployed.resources.map(({ urn }) => urn));
});

test("packs see parents, dependencies, options and providers of what was exported", async () => {
  const withProvider = (rows: Row[]) =>
    rows.map((row) =>
      row.urn === base ? { ...row, provider: `${urn("pulumi:providers:echo::default_1_2_3")}::id` } : row,
    );
  const { stack } = await judged(exportOf(deployed, withProvider), { owner: "advisory", seen: "advisory" });
  const said = (rule: string, at: string) =>
    stack.verdicts.find((one) => one.rule === rule && one.urn === at)?.message.split("\n")[1] ?? "";
  expect(JSON.parse(said("stack-size", base))).toMatchObject({
    stack: "dev",
    project: "judged",
    parent: "group",
    dependencies: ["base"],
    from: ["base"],
  });
  expect(JSON.parse(said("seen", base))).toMatchObject({
    opts: { protect: true },
    provider: { type: "pulumi:providers:echo", name: "default_1_2_3" },
  });
});

test("what is only read and what waits for its deletion is not judged, and a note says so", async () => {
  const marked = (rows: Row[]) =>
    rows.map((row) => ({
      ...row,
      ...(row.urn === base && { external: true }),
      ...(row.urn.endsWith("::child") && { delete: true }),
    }));
  const { stack } = await judged(exportOf(deployed, marked));
  expect(failures(stack.verdicts)).not.toContainEqual(expect.stringMatching(/^owner .*(base|child)$/));
  expect(stack.resources.find((resource) => resource.urn === base)?.read).toBe(true);
  expect(stack.resources.map(({ name }) => name)).not.toContain("child");
  expect(stack.notes).toEqual([
    "Not judged, because the stack only reads them: 1 resource.",
    "Not judged, because they wait for their deletion: 1 resource.",
  ]);
});

describe("a secret", () => {
  const reading = { owner: "advisory", "reads-computed": "mandatory" };
  const from = (value: unknown) => (rows: Row[]) =>
    rows.map((row) => (row.urn === base ? { ...row, inputs: { size: 9, from: value } } : row));

  test("stays encrypted: what reads it is undetermined, the rest is judged", async () => {
    const { stack } = await judged(exportOf(deployed, from(encrypted)), reading);
    expect(outcomesOf(stack.verdicts, "reads-computed", base)).toEqual(["undetermined"]);
    expect(outcomesOf(stack.verdicts, "size", base)).toEqual(["fail"]);
    expect(stack.resources.find((resource) => resource.urn === base)?.inputs).toEqual({ size: 9, from: "[secret]" });
  });

  test("in the clear is not read either, and is in no report", async () => {
    const leaking = (rows: Row[]) =>
      from(inTheClear({ deep: ["hunter2-exported"] }))(rows).map((row) =>
        row.urn === base ? { ...row, id: "id", outputs: { key: inTheClear("hunter2-exported") } } : row,
      );
    const { document, stack } = await judged(exportOf(deployed, leaking), reading);
    expect(outcomesOf(stack.verdicts, "reads-computed", base)).toEqual(["undetermined"]);
    expect(stack.notes).toEqual([
      "The export holds secrets in the clear. They were not judged; export without --show-secrets.",
    ]);
    const view = viewOf(document);
    const reports = [
      JSON.stringify(document),
      JSON.stringify(sarifLog(view, { passes: true })),
      junitReport(view),
      pullRequestComment(view),
      reportPage(document),
      terminalSummary(view, { colours: false, columns: 100, undetermined: true }),
    ].join("\n");
    expect(reports).not.toContain("hunter2");
    expect(reports).not.toContain(encrypted.ciphertext);
    expect(reports).toContain("[secret]");
  });
});

test("a resource is where the state says that the program declares it", async () => {
  const placed = (rows: Row[]) =>
    rows.map((row) => ({
      ...row,
      ...(row.urn === base && { sourcePosition: "project:///src/the%20base.ts#12,34" }),
      ...(row.urn.endsWith("::child") && { sourcePosition: "project:///node_modules/lib/index.js#1,2" }),
    }));
  const { stack } = await judged(exportOf(deployed, placed));
  expect(stack.resources.filter(({ source }) => source).map(({ name, source }) => [name, source])).toEqual([
    ["base", { file: "src/the base.ts", line: 12, column: 34 }],
  ]);
});

test("packs are told another stack's name and configuration on request", async () => {
  const document = await judgeState({
    stateFile: written(exportOf(deployed)),
    policyPacks: packs({ owner: "advisory" }),
    stack: "prod",
    config: { "echo:location": "west" },
  });
  const [stack] = document.stacks;
  expect(stack?.stack).toBe("prod");
  expect(stack?.verdicts.find(({ rule }) => rule === "stack-size")?.message).toContain('"stack":"prod"');
  expect(stack?.verdicts.find(({ rule }) => rule === "stack-size")?.message).toContain('"location":"west"');
});

test("reports speak of a state and not of a deployment", async () => {
  const { document } = await judged(exportOf(deployed));
  const view = viewOf(document);
  expect(view.answer.headline).toBe("dev did not pass");
  const page = reportPage(document);
  for (const text of [page, pullRequestComment(view)]) {
    expect(text).not.toContain("can be deployed");
    expect(text).not.toContain("simulated Azure");
    expect(text).not.toContain("Refused by Azure");
  }
  expect(pullRequestComment(view)).toMatch(/^<!-- ringfence state -->/);
});

describe("what is no exported stack is refused with a way out", () => {
  const refused = (content: unknown) => judgeState({ stateFile: written(content), policyPacks: packs({}) });

  test.each([
    ["not JSON", "{", /state\.json: .*; write one with `pulumi stack export --file state\.json`/],
    ["no deployment", { checkpoint: {} }, /state\.json: not an exported stack, it has no deployment; write one with/],
    ["another version", { version: 9, deployment: {} }, /version: 9 is not understood; allowed: 3, 4/],
    ["an empty stack", { version: 3, deployment: { resources: [] } }, /there are none, so there is nothing to judge/],
    [
      "broken resources",
      { version: 3, deployment: { resources: [{ urn: "x", type: "" }, 7] } },
      /resources\[0\]\.urn: not a URN\n.*resources\[0\]\.type: not a type token\n.*resources\[1\]: not an object/,
    ],
  ])("%s", async (_, content, message) => {
    await expect(refused(content)).rejects.toThrow(UsageError);
    await expect(refused(content)).rejects.toThrow(message);
  });

  test("a missing file, and no pack to judge with", async () => {
    await expect(judgeState({ stateFile: join(folder, "none.json") })).rejects.toThrow(/none\.json/);
    await expect(judgeState({ stateFile: written(exportOf(deployed)), directory: folder })).rejects.toThrow(
      "there is no policy pack to judge with: name one with --policy-pack <dir>",
    );
  });
});
