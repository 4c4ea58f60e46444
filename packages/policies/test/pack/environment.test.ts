import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readEnvironment } from "@ringfence/policies/pack";
import { findProject } from "../../src/pack/project-folder";
import { chooseRing } from "../../src/pack/ring-choice";
import { readWaiversFile } from "../../src/pack/waivers-file";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pack-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Writes files below the folder; a path that ends in a slash is an empty folder. */
function lay(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

const environment = (env: Record<string, string>, workingDirectory = folder) => readEnvironment(env, workingDirectory);
const project = { PULUMI_PROJECT: "claims" };

test("the pack's configuration names the ring, else the program's, else the stack's name, else it is prod", () => {
  const config = JSON.stringify({ "claims:ring": "test", "other:ring": "dev" });
  const all = environment({ ...project, PULUMI_CONFIG: config, PULUMI_STACK: "org/claims/sandbox" });
  expect(chooseRing(all, "dev")).toMatchObject({ ring: { name: "dev" }, from: "the pack's configuration" });
  expect(chooseRing(all, "nonsense")).toMatchObject({ ring: { name: "test" }, from: "the program's configuration" });
  const older = environment({ PULUMI_NODEJS_PROJECT: "claims", PULUMI_NODEJS_STACK: "sandbox", PULUMI_CONFIG: "{}" });
  expect(chooseRing(older)).toMatchObject({ ring: { name: "sandbox" }, from: "the stack's name" });
  expect(chooseRing(environment({ ...project, PULUMI_STACK: "blue", PULUMI_CONFIG: "not JSON" }))).toMatchObject({
    ring: { name: "prod" },
    from: "nothing that names one",
  });
});

test("the project is found upwards from where the user is, by its name; main says where the program is", () => {
  lay({
    "Pulumi.yaml": "name: claims\nmain: examples/claims\n",
    "examples/claims/index.js": "",
    "elsewhere/Pulumi.yaml": "name: other\n",
  });
  const below = join(folder, "policy-packs/tagging");
  mkdirSync(below, { recursive: true });
  const found = { root: folder, program: join(folder, "examples/claims") };
  expect(findProject(environment({ ...project, PWD: join(folder, "elsewhere") }, tmpdir()))).toEqual(found);
  expect(findProject(environment(project, below))).toEqual(found);
  expect(findProject(environment({ PULUMI_PROJECT: "third" }, below))).toBeUndefined();
});

test("waivers are read beside the program, else beside Pulumi.yaml, else from the file that is named", () => {
  lay({
    "Pulumi.yaml": "name: claims\nmain: app/index.ts\n",
    "app/index.ts": "",
    "waivers.yaml": "waivers: [{rule: root}]",
  });
  expect(readWaiversFile(environment(project), undefined).content).toEqual({ waivers: [{ rule: "root" }] });
  lay({ "app/waivers.yaml": "waivers: []", "ops/w.json": '{"waivers": [{"rule": "named"}]}' });
  expect(readWaiversFile(environment(project), undefined).content).toEqual({ waivers: [] });
  expect(readWaiversFile(environment(project), "ops/w.json").content).toEqual({ waivers: [{ rule: "named" }] });
});

test("a day in YAML stays the text that was written", () => {
  lay({ "Pulumi.yaml": "name: claims\n", "waivers.yaml": "waivers:\n  - rule: a\n    expires: 2026-12-31\n" });
  expect(readWaiversFile(environment(project), undefined).content).toEqual({
    waivers: [{ rule: "a", expires: "2026-12-31" }],
  });
});

test("a file that is named and missing, or no YAML, is a problem and not silence", () => {
  lay({ "Pulumi.yaml": "name: claims\n", "waivers.yaml": "waivers: [" });
  expect(readWaiversFile(environment(project), "gone.yaml").problems).toEqual([
    { path: "waiversFile", problem: "no such file; without it no waiver holds" },
  ]);
  expect(readWaiversFile(environment(project), undefined).problems).toEqual([
    { path: "waivers.yaml", problem: "not readable as YAML; without it no waiver holds" },
  ]);
});

test("without a project there are no waivers", () => {
  expect(readWaiversFile(environment({ PULUMI_PROJECT: "none" }, folder), undefined)).toEqual({
    content: undefined,
    problems: [],
  });
});
