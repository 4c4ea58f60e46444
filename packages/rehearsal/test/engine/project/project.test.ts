import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseConfigKey, setPath } from "../../../src/engine/project/config-key";
import { loadProject } from "../../../src/engine/project/project";
import { selectStacks } from "../../../src/engine/project/stacks";
import { UsageError } from "../../../src/engine/usage-error";

function project(files: Record<string, string>): string {
  const directory = mkdtempSync(join(tmpdir(), "rehearsal-project-"));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(directory, name, ".."), { recursive: true });
    writeFileSync(join(directory, name), content);
  }
  return directory;
}

describe("a project", () => {
  test("is found upward, and says where its program runs", () => {
    const root = project({
      "Pulumi.yaml": "name: shop\nruntime: nodejs\nmain: src/app.ts\n",
      "src/app.ts": "",
      "src/deep/x.ts": "",
    });
    expect(loadProject(join(root, "src", "deep"))).toMatchObject({
      name: "shop",
      root,
      programDirectory: join(root, "src"),
      entryPoint: "app.ts",
      runtime: { typescript: true, nodeArguments: [] },
      stackDirectory: root,
    });
  });

  test("reads the options of its runtime", () => {
    const root = project({
      "Pulumi.yaml":
        "name: shop\nruntime:\n  name: nodejs\n  options:\n    typescript: false\n    nodeargs: --max-old-space-size=4096 --enable-source-maps\n    tsconfig: tsconfig.pulumi.json\n",
    });
    expect(loadProject(root).runtime).toEqual({
      typescript: false,
      nodeArguments: ["--max-old-space-size=4096", "--enable-source-maps"],
      tsconfig: "tsconfig.pulumi.json",
    });
  });

  test.each([
    ["name: shop\nruntime: python\n", 'runtime: "python" cannot be rehearsed; supported is nodejs'],
    ["runtime: nodejs\n", "name: a project has a name"],
    ["name: shop\nruntime: nodejs\nmain: missing\n", "main: missing does not exist"],
    ["name: shop\nruntime: nodejs\nmain: ../elsewhere\n", "main: ../elsewhere is outside the project"],
    ["- not\n- a mapping\n", "not a mapping of keys to values"],
    ["name: [shop\n", "Pulumi.yaml: "],
  ])("that cannot be rehearsed is refused: %j", (content, message) => {
    const root = project({ "Pulumi.yaml": content });
    expect(() => loadProject(root)).toThrow(UsageError);
    expect(() => loadProject(root)).toThrow(message);
  });

  test("that is none is refused", () => {
    expect(() => loadProject(mkdtempSync(join(tmpdir(), "rehearsal-none-")))).toThrow(
      "no Pulumi.yaml here or in any parent directory",
    );
  });

  test("has the stacks that have a file, or one named dev", () => {
    const files = { "Pulumi.yaml": "name: shop\nruntime: nodejs\n" };
    const names = (root: string, wanted?: string[]) => selectStacks(loadProject(root), wanted).map(({ name }) => name);
    expect(names(project(files))).toEqual(["dev"]);
    const root = project({ ...files, "Pulumi.test.yaml": "", "Pulumi.prod.yml": "environment: [shared]\n" });
    expect(names(root)).toEqual(["prod", "test"]);
    expect(names(root, ["test", "acme/shop/test"])).toEqual(["test"]);
    expect(selectStacks(loadProject(root), ["prod"])[0]?.notes).toEqual([
      "Pulumi.prod.yaml imports Pulumi ESC environments; a rehearsal reads none of them.",
    ]);
    expect(selectStacks(loadProject(root), ["other"])[0]?.notes).toEqual([
      "There is no Pulumi.other.yaml; rehearsed as a new, empty stack (stacks with a file: prod, test).",
    ]);
  });
});

describe("a configuration key", () => {
  test.each([
    ["size", { key: "shop:size", path: [] }],
    ["azure-native:location", { key: "azure-native:location", path: [] }],
    ["azure-native:config:location", { key: "azure-native:location", path: [] }],
    ["network.ranges[0]", { key: "shop:network", path: ["ranges", 0] }],
    ['tags["a.b"].c', { key: "shop:tags", path: ["a.b", "c"] }],
  ])("%s", (text, expected) => {
    expect(parseConfigKey(text, "shop")).toEqual(expected);
  });

  test.each(["", ":size", "a..b", "a[b]"])("%j is refused", (text) => {
    expect(() => parseConfigKey(text, "shop")).toThrow(UsageError);
  });

  test("sets a value inside another", () => {
    expect(setPath(undefined, ["a", 1], "x")).toEqual({ a: [undefined, "x"] });
    expect(setPath({ a: { b: 1, c: 2 } }, ["a", "b"], 3)).toEqual({ a: { b: 3, c: 2 } });
  });
});
