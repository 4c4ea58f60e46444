import { join } from "node:path";
import * as ts from "typescript";

/**
 * Whether a log fits the types that are made from SARIF 2.1.0's published schema: required properties, allowed words,
 * and no property that the schema does not have. The log is checked as source text, because the compiler looks for
 * unknown properties only in what is written out.
 */
export function formatProblems(log: unknown): string[] {
  const file = join(__dirname, "log-under-test.ts");
  const text = `import type { Log } from "sarif";\nexport const log: Log = ${JSON.stringify(log, null, 1)};\n`;
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    target: ts.ScriptTarget.ES2022,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.getSourceFile = (name, ...rest) =>
    name === file ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022) : getSourceFile(name, ...rest);
  host.fileExists = (name) => name === file || fileExists(name);
  const program = ts.createProgram([file], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}
