import { join, relative } from "node:path";
import * as ts from "typescript";

const root = join(__dirname, "../..");

/** TypeScript that a page shows. */
export interface Snippet {
  /** Where it stands: `README.md:40`. */
  at: string;
  /** A file name beside the page, so that imports resolve as they would for a user. */
  file: string;
  text: string;
}

/** Compiles snippets as one program, with the repository's settings and these; gives the compiler's complaints. */
export function compile(sources: Snippet[], own: ts.CompilerOptions = {}): string[] {
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
      ...own,
    },
    host,
  );
  return ts.getPreEmitDiagnostics(program).map((diagnostic) => {
    const snippet = sources.find(({ file }) => file === diagnostic.file?.fileName);
    const where = snippet?.at ?? (diagnostic.file ? relative(root, diagnostic.file.fileName) : "");
    return `${where}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, " ")}`;
  });
}
