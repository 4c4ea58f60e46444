import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as ts from "typescript";
import { rehearseAgainst } from "../../src/engine/rehearse-against";
import { echoCloud } from "./echo-cloud";
import { programs, rehearseProgram } from "./rehearse-program";

test("a resource is where the program declares it, and what a component creates where the component is made", async () => {
  const { resource } = await rehearseProgram("judged");
  expect(resource("base").source).toEqual({ file: "index.js", line: 5, column: 14 });
  expect(resource("group").source).toEqual({ file: "index.js", line: 6, column: 15 });
  expect(resource("child").source).toEqual({ file: "index.js", line: 7, column: 1 });
});

test("a program in TypeScript is told by its sources", async () => {
  const folder = mkdtempSync(join(tmpdir(), "typescript-"));
  try {
    symlinkSync(join(__dirname, "../../../../node_modules"), join(folder, "node_modules"));
    writeFileSync(join(folder, "Pulumi.yaml"), "name: typed\nruntime: nodejs\n");
    writeFileSync(join(folder, "tsconfig.json"), '{ "compilerOptions": { "strict": true, "module": "node20" } }');
    writeFileSync(
      join(folder, "index.ts"),
      [
        'import * as pulumi from "@pulumi/pulumi";',
        "interface Gone {",
        "  away: string;",
        "}",
        "class Site extends pulumi.ComponentResource {",
        "  constructor(name: string, args: Partial<Gone>) {",
        '    super("a:index:Site", name, args);',
        "  }",
        "}",
        'new Site("site", {});',
        "",
      ].join("\n"),
    );
    const cloud = echoCloud();
    const { stacks } = await rehearseAgainst(cloud, { directory: folder, mode: "preview", policyPacks: [] });
    cloud.close();
    expect(stacks[0]?.programError).toBeUndefined();
    expect(stacks[0]?.resources.find(({ name }) => name === "site")?.source).toEqual({
      file: "index.ts",
      line: 10,
      column: 1,
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("compiled code with a source map is told as it was written; packages in the project are not the program", async () => {
  const folder = mkdtempSync(join(tmpdir(), "compiled-"));
  try {
    symlinkSync(join(__dirname, "../../../../node_modules"), join(folder, "node_modules"));
    mkdirSync(join(folder, "packages"));
    writeFileSync(
      join(folder, "packages/lib.js"),
      `const { Thing } = require(${JSON.stringify(join(programs, "echo.js"))});\nexports.make = (name) => new Thing(name, { size: 1 });\n`,
    );
    const source =
      'const { make } = require("../../packages/lib");\n\n\nexport interface Gone {\n  away: string;\n}\nmake("one");\n';
    const { outputText, sourceMapText = "" } = ts.transpileModule(source, {
      fileName: "../src/index.ts",
      compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, sourceMap: true },
    });
    mkdirSync(join(folder, "app/dist"), { recursive: true });
    writeFileSync(join(folder, "app/dist/index.js"), outputText);
    writeFileSync(
      join(folder, "app/dist/index.js.map"),
      JSON.stringify({ ...JSON.parse(sourceMapText), sources: ["../src/index.ts"] }),
    );
    writeFileSync(join(folder, "app/package.json"), '{ "main": "dist/index.js" }');
    writeFileSync(
      join(folder, "Pulumi.yaml"),
      "name: compiled\nmain: app\nruntime:\n  name: nodejs\n  options:\n    typescript: false\n",
    );
    const cloud = echoCloud();
    const { stacks } = await rehearseAgainst(cloud, { directory: folder, mode: "up", policyPacks: [] });
    cloud.close();
    expect(stacks[0]?.programError).toBeUndefined();
    expect(stacks[0]?.resources.find(({ name }) => name === "one")?.source).toEqual({
      file: "app/src/index.ts",
      line: 7,
      column: 1,
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("what is refused, and what a policy keeps out, is told with its place too", async () => {
  const { stack } = await rehearseProgram("judged", {
    mode: "up",
    policyPacks: [{ directory: join(__dirname, "../packs/judge") }],
  });
  const failure = stack.verdicts.find(({ rule, outcome }) => rule === "owner" && outcome === "fail");
  expect(stack.resources.map(({ name }) => name)).not.toContain("base");
  expect(stack.refusedAt?.[failure?.urn ?? ""]).toEqual({ file: "index.js", line: 5, column: 14 });
});
