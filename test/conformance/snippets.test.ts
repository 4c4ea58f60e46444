import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compile, type Snippet } from "./compile-snippets";

const root = join(__dirname, "../..");

/** Every ```ts block of the pages that people read. */
function snippets(): Snippet[] {
  const pages = globSync(["*.md", "packages/*/README.md", "examples/*/README.md", "policy-packs/*/README.md"], {
    cwd: root,
  });
  return pages.flatMap((page) => {
    const text = readFileSync(join(root, page), "utf8");
    return [...text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map((match) => {
      const line = text.slice(0, match.index).split("\n").length;
      return {
        at: `${page}:${line}`,
        file: join(root, page, "..", `snippet-${line}.ts`),
        text: `${match[1]}\nexport {};\n`,
      };
    });
  });
}

test("every snippet of every README compiles", () => {
  const found = snippets();
  expect(found.map(({ at }) => at.split(":")[0])).toEqual(
    expect.arrayContaining(["README.md", "packages/azure/README.md", "packages/policies/README.md"]),
  );
  expect(compile(found)).toEqual([]);
}, 120_000);

test("a snippet with a mistake does not compile", () => {
  const file = join(root, "packages/azure/snippet-0.ts");
  const [problem] = compile([
    { at: "here", file, text: 'import { rings } from "@ringfence/core/rings";\nrings.staging;\n' },
  ]);
  expect(problem).toContain("here: Property 'staging' does not exist");
}, 120_000);
