import { globSync } from "node:fs";
import { join } from "node:path";
import { compile, type Snippet } from "./compile-snippets";
import { pageSnippets } from "./page-snippets";

const root = join(__dirname, "../..");

/** Every ```ts block of the pages that people read; blocks that are files of ours have a test of their own. */
function snippets(): Snippet[] {
  const pages = globSync(["*.md", "packages/*/README.md", "examples/*/README.md", "policy-packs/*/README.md"], {
    cwd: root,
  });
  return pages.flatMap((page) =>
    pageSnippets(page)
      .filter(({ path }) => path === undefined)
      .map(({ line, text }) => ({
        at: `${page}:${line}`,
        file: join(root, page, "..", `snippet-${line}.ts`),
        text: `${text}\nexport {};\n`,
      })),
  );
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
