import fs from "node:fs";
import path from "node:path";
import ts from "typescript";

/**
 * What the compiled SDK `@pulumi/azure-native` says of its classes and functions: inputs, required inputs, outputs with
 * their shapes, the API version it speaks, older tokens it stands in for.
 *
 * @returns `{ modules: { [module]: { resources, functions, types } } }`, see data/README.md for the shapes.
 */
export function sdkClasses(folder) {
  const modules = {};
  const responseTypes = readResponseTypes(path.join(folder, "types", "output.d.ts"));
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory() || entry.name === "types" || entry.name === "config") continue;
    const resources = {};
    const functions = {};
    for (const file of fs.readdirSync(path.join(folder, entry.name)).filter((name) => name.endsWith(".d.ts"))) {
      if (file === "index.d.ts") continue;
      const declarations = fs.readFileSync(path.join(folder, entry.name, file), "utf8");
      const code = fs.readFileSync(path.join(folder, entry.name, file.replace(/\.d\.ts$/, ".js")), "utf8");
      readResource(entry.name, declarations, code, resources);
      readFunction(entry.name, declarations, code, functions);
    }
    modules[entry.name] = { resources, functions, types: responseTypes.get(entry.name) ?? {} };
  }
  return modules;
}

function readResource(module, declarations, code, resources) {
  const token = /__pulumiType = '([^']+)'/.exec(code)?.[1];
  if (token === undefined) return;
  const source = parse(declarations);
  const className = token.split(":")[2];
  const node = source.statements.find((each) => ts.isClassDeclaration(each) && each.name?.text === className);
  const args = source.statements.find(
    (each) => ts.isInterfaceDeclaration(each) && each.name.text === `${className}Args`,
  );
  const outputs = {};
  for (const member of node?.members ?? []) {
    if (!ts.isPropertyDeclaration(member) || member.type === undefined || !ts.isTypeReferenceNode(member.type))
      continue;
    const inner = member.type.typeArguments?.[0];
    if (inner !== undefined) outputs[member.name.getText(source)] = shapeOf(inner, module, source);
  }
  const inputs = [];
  const required = [];
  const stringInputs = [];
  const numbers = [];
  for (const member of args?.members ?? []) {
    const name = member.name.getText(source);
    inputs.push(name);
    const code = shapeOf(unwrapInput(member.type), module, source);
    if (member.questionToken === undefined) required.push(name);
    if (code.startsWith("s")) stringInputs.push(name);
    if (code.startsWith("n")) numbers.push(name);
  }
  resources[className] = {
    version: /Uses Azure REST API version ([\w-]+)\./.exec(declarations)?.[1],
    inputs,
    required,
    stringInputs,
    outputs,
  };
}

function readFunction(module, declarations, code, functions) {
  const token = /pulumi\.runtime\.invoke(?:Single)?\("([^"]+)"/.exec(code)?.[1];
  if (token === undefined) return;
  const source = parse(declarations);
  const name = token.split(":")[2];
  const upper = name[0].toUpperCase() + name.slice(1);
  const of = (suffix) =>
    source.statements.find((each) => ts.isInterfaceDeclaration(each) && each.name.text === upper + suffix)?.members ??
    [];
  const args = of("Args").map((member) => member.name.getText(source));
  const outputs = {};
  for (const member of of("Result")) outputs[member.name.getText(source)] = propertyShape(member, module, source);
  functions[name] = {
    version: /Uses Azure REST API version ([\w-]+)\./.exec(declarations)?.[1],
    args,
    outputs,
    ...(code.includes("invokeSingle(") ? { single: true } : {}),
  };
}

function readResponseTypes(file) {
  const source = parse(fs.readFileSync(file, "utf8"));
  const byModule = new Map();
  const visit = (node, module, prefix) => {
    if (!ts.isModuleDeclaration(node) || node.body === undefined || !ts.isModuleBlock(node.body)) return;
    const name = module ?? node.name.text;
    const under = module === undefined ? "" : `${prefix}${node.name.text}.`;
    const types = byModule.get(name) ?? {};
    byModule.set(name, types);
    for (const statement of node.body.statements) {
      if (ts.isInterfaceDeclaration(statement)) {
        const shape = {};
        for (const member of statement.members) {
          if (ts.isPropertySignature(member)) shape[member.name.getText(source)] = propertyShape(member, name, source);
        }
        types[under + statement.name.text] = shape;
      } else visit(statement, name, under);
    }
  };
  for (const statement of source.statements) visit(statement, undefined, "");
  return byModule;
}

function propertyShape(member, module, source) {
  const code = shapeOf(member.type, module, source);
  return member.questionToken !== undefined && !code.endsWith("?") ? `${code}?` : code;
}

function unwrapInput(type) {
  if (ts.isTypeReferenceNode(type) && type.typeName.getText().endsWith("Input")) return type.typeArguments[0];
  return type;
}

/**
 * The shape of a value in a few letters: `s` text, `n` number, `b` boolean, `a` anything, `'x'` exactly this text,
 * `[…` a list, `{…` a map, `@Name` a response type of the module, `@module:Name` of another; a `?` at the end: may be absent.
 */
function shapeOf(type, module, source) {
  if (ts.isUnionTypeNode(type)) {
    const present = type.types.filter((each) => each.getText(source) !== "undefined");
    const optional = present.length < type.types.length ? "?" : "";
    if (present.length === 1) return shapeOf(present[0], module, source).replace(/\?$/, "") + optional;
    const references = present.filter((each) => shapeOf(each, module, source).startsWith("@"));
    if (references.length === present.length) {
      return `|${references.map((each) => shapeOf(each, module, source)).join("|")}${optional}`;
    }
    return (present.some((each) => shapeOf(each, module, source) === "s") ? "s" : "a") + optional;
  }
  if (ts.isParenthesizedTypeNode(type)) return shapeOf(type.type, module, source);
  if (ts.isArrayTypeNode(type)) return `[${shapeOf(type.elementType, module, source)}`;
  if (ts.isTypeLiteralNode(type)) return `{${shapeOf(type.members[0].type, module, source)}`;
  if (ts.isLiteralTypeNode(type)) return `'${type.getText(source).slice(1, -1)}'`;
  if (type.kind === ts.SyntaxKind.StringKeyword) return "s";
  if (type.kind === ts.SyntaxKind.NumberKeyword) return "n";
  if (type.kind === ts.SyntaxKind.BooleanKeyword) return "b";
  if (ts.isTypeReferenceNode(type)) {
    const name = type.typeName.getText(source);
    if (name === "pulumi.Input") return shapeOf(type.typeArguments[0], module, source);
    if (name.startsWith("enums.")) return "s";
    const [space, owner, ...rest] = name.split(".");
    if (space === "outputs") return owner === module ? `@${rest.join(".")}` : `@${owner}:${rest.join(".")}`;
  }
  return "a";
}

function parse(text) {
  return ts.createSourceFile("x.d.ts", text, ts.ScriptTarget.Latest, true);
}
