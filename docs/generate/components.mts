import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { code, table } from "./markdown.mts";
import type { Page } from "./page.mts";

const source = join(import.meta.dirname, "../../packages/azure/src");

interface Component {
  name: string;
  purpose: string;
  required: string[];
}

/** The component table in the README: what each is for, from its own documentation comment, and what it must be told. */
export function componentsRegion(): Page {
  const files = globSync("**/*.ts", { cwd: source }).map((file) => parse(join(source, file)));
  const components = files
    .flatMap((file) => file.statements.filter(isComponent).map((declaration) => describe(declaration, files)))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    path: "README.md",
    region: "components",
    text: table(
      ["Component", "What it is", "Needs"],
      components.map(({ name, purpose, required }) => [
        `[${name}](packages/azure/README.md#${name.toLowerCase()})`,
        purpose,
        required.map(code).join(", "),
      ]),
    ),
  };
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

function describe(declaration: ts.ClassDeclaration, files: ts.SourceFile[]): Component {
  const name = declaration.name?.text ?? "";
  const [comment] = ts.getJSDocCommentsAndTags(declaration).filter(ts.isJSDoc);
  const [paragraph = ""] = (ts.getTextOfJSDocComment(comment?.comment) ?? "").split(/\n\s*\n/);
  const args = files
    .flatMap((file) => [...file.statements])
    .filter(ts.isInterfaceDeclaration)
    .find((candidate) => candidate.name.text === `${name}Args`);
  const required = (args?.members ?? [])
    .filter((member) => !member.questionToken)
    .map((member) => member.name?.getText() ?? "");
  const [sentence = ""] = paragraph.replaceAll("\n", " ").split(/(?<=\.) /);
  return { name, purpose: sentence, required: [...required] };
}
