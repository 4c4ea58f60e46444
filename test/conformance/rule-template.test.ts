import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Rule } from "@ringfence/policies/rule";
import { transformSync } from "@swc/core";
import { prove } from "../../packages/policies/test/rules/prove";
import { compile } from "./compile-snippets";
import { pageSnippets } from "./page-snippets";

const root = join(__dirname, "../..");

/** The files that CONTRIBUTING shows for a new rule. */
const template = pageSnippets("CONTRIBUTING.md").flatMap(({ path, ...snippet }) =>
  path?.startsWith("packages/policies/") ? [{ ...snippet, path }] : [],
);
const [rule, list, proof] = template;
if (rule === undefined || list === undefined || proof === undefined) throw new Error("CONTRIBUTING has lost a file");

/** Runs a block as the module that it is. */
function run(text: string, modules: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { code } = transformSync(text, {
    jsc: { parser: { syntax: "typescript" }, target: "es2023" },
    module: { type: "commonjs" },
  });
  const module = { exports: {} as Record<string, unknown> };
  const load = (name: string) => modules[name] ?? require(name);
  new Function("require", "module", "exports", code)(load, module, module.exports);
  return module.exports;
}

test("a rule takes one file and one line, beside its test, none of them there yet", () => {
  expect(template.map(({ path }) => existsSync(join(root, path)))).toEqual([false, true, false]);
  expect(dirname(list.path)).toBe(dirname(rule.path));
  expect(list.text.trim().split("\n")).toEqual([
    `// ${list.path}`,
    expect.stringMatching(new RegExp(`^export \\{ \\w+ \\} from "\\./${basename(rule.path, ".ts")}";$`)),
  ]);
});

test("the files compile in their places", () => {
  const sources = template.map(({ line, path, text }) => {
    const file = join(root, path);
    const before = existsSync(file) ? readFileSync(file, "utf8") : "";
    return { at: `CONTRIBUTING.md:${line}`, file, text: before + text };
  });
  const paths = { "@ringfence/policies/*": [join(root, "packages/policies/src/*/index.ts")] };
  expect(compile(sources, { paths, types: ["node", "jest"] })).toEqual([]);
}, 120_000);

describe("the test that the template shows, of the rule that it shows", () => {
  const made = run(rule.text, { "../../rule": require("@ringfence/policies/rule") });
  const folder = "@ringfence/policies/rules/search";
  run(proof.text, {
    "../prove": { prove },
    [folder]: { ...require(folder), ...run(list.text, { [`./${basename(rule.path, ".ts")}`]: made }) },
  });

  test("is of one rule, whose id no rule has yet", () => {
    const ids = require("@ringfence/policies/rules").rules.map(({ id }: Rule) => id);
    expect(Object.values(made)).toHaveLength(1);
    expect(ids).not.toContain((Object.values(made)[0] as Rule).id);
  });
});
