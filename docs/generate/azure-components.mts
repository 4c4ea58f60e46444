import { globSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";

const root = join(import.meta.dirname, "../..");
const source = join(root, "packages/azure/src");

/** One component, as its source says. */
export interface Component {
  name: string;
  /** The folder that holds it, from `packages/azure/src`. */
  folder: string;
  /** Its documentation comment. */
  comment: string;
  /** The arguments that it must be given. */
  required: string[];
}

/** Every component of packages/azure, by name. */
export function azureComponents(): Component[] {
  const files = globSync("**/*.ts", { cwd: source }).map((file) => parse(join(source, file)));
  const interfaces = files.flatMap((file) => [...file.statements]).filter(ts.isInterfaceDeclaration);
  return files
    .flatMap((file) => file.statements.filter(isComponent).map((declaration) => read(declaration, interfaces)))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
}

function isComponent(statement: ts.Statement): statement is ts.ClassDeclaration {
  return (
    ts.isClassDeclaration(statement) &&
    (statement.heritageClauses ?? []).some((clause) =>
      clause.types.some((type) => type.expression.getText().endsWith("ComponentResource")),
    )
  );
}

function read(declaration: ts.ClassDeclaration, interfaces: ts.InterfaceDeclaration[]): Component {
  const name = declaration.name?.text ?? "";
  const [comment] = ts.getJSDocCommentsAndTags(declaration).filter(ts.isJSDoc);
  const args = interfaces.find((candidate) => candidate.name.text === `${name}Args`);
  return {
    name,
    folder: relative(source, declaration.getSourceFile().fileName).split("/")[0] ?? "",
    comment: (ts.getTextOfJSDocComment(comment?.comment) ?? "").replaceAll("\n", " "),
    required: [...(args?.members ?? [])]
      .filter((member) => !member.questionToken)
      .map((member) => member.name?.getText() ?? ""),
  };
}
