import { globSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import * as ts from "typescript";

const root = join(__dirname, "../..");

interface Snippet {
  /** Where it stands: `README.md:40`. */
  at: string;
  /** A file name beside the page, so that imports resolve as they would for a user. */
  file: string;
  text: string;
}

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

function compile(sources: Snippet[]): string[] {
  const base = ts.readConfigFile(join(root, "tsconfig.base.json"), ts.sys.readFile).config;
  const { options } = ts.convertCompilerOptionsFromJson(base.compilerOptions, root);
  const host = ts.createCompilerHost(options);
  const texts = new Map(sources.map(({ file, text }) => [file, text]));
  const { fileExists, getSourceFile } = host;
  host.fileExists = (file) => texts.has(file) || fileExists.call(host, file);
  host.getSourceFile = (file, language, ...rest) => {
    const text = texts.get(file);
    return text === undefined
      ? getSourceFile.call(host, file, language, ...rest)
      : ts.createSourceFile(file, text, language);
  };
  const program = ts.createProgram(
    [...texts.keys()],
    {
      ...options,
      noEmit: true,
      composite: false,
      incremental: false,
      declaration: false,
      declarationMap: false,
      noUnusedLocals: false,
    },
    host,
  );
  return ts.getPreEmitDiagnostics(program).map((diagnostic) => {
    const snippet = sources.find(({ file }) => file === diagnostic.file?.fileName);
    const where = snippet?.at ?? (diagnostic.file ? relative(root, diagnostic.file.fileName) : "");
    return `${where}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, " ")}`;
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
