import { type ExampleBag, type ExampleResource, type ExampleValue, Moment, Reference } from "./example";

/** The longest line; beyond it an object or a list goes over several. */
const WIDTH = 110;

/** An example as the TypeScript program that it stands for. */
export function typescriptOf(resources: readonly ExampleResource[]): string {
  const modules = [...new Set(resources.flatMap(({ type }) => (isStack(type) ? [] : [moduleOf(type)])))].sort();
  const referred = new Set(resources.flatMap(({ args }) => referencesIn(args)));
  return [
    modules.map((module) => `import * as ${module} from "@pulumi/azure-native/${module}";`).join("\n"),
    ...declaredFirst(resources).map((resource) => statement(resource, referred.has(resource.name))),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

/** Each resource after those that it refers to, otherwise in the order given. */
function declaredFirst(resources: readonly ExampleResource[]): readonly ExampleResource[] {
  const ordered = new Set<ExampleResource>();
  const declare = (resource: ExampleResource) => {
    for (const name of referencesIn(resource.args))
      for (const other of resources) if (other.name === name && other !== resource) declare(other);
    ordered.add(resource);
  };
  for (const resource of resources) declare(resource);
  return [...ordered];
}

function statement({ type, name, args, answer }: ExampleResource, isReferred: boolean): string {
  if (isStack(type))
    return Object.entries(args)
      .map(([key, value]) => `export const ${key} = ${inline(value)};`)
      .join("\n");
  const head = `${isReferred ? `const ${variable(name)} = ` : ""}new ${type.replace(":", ".")}(${JSON.stringify(name)}, `;
  const told = answer === undefined ? "" : `// Azure answers: ${inline(answer)}\n`;
  return `${told}${head}${braced(args, 0)});`;
}

function isStack(type: string): boolean {
  return type === "pulumi:pulumi:Stack";
}

function moduleOf(type: string): string {
  return type.slice(0, type.indexOf(":"));
}

function variable(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** A value that begins in this column. */
function print(value: ExampleValue, indent: number, column: number): string {
  const short = inline(value);
  if (!isNested(value) || column + short.length < WIDTH) return short;
  return Array.isArray(value) ? bracketed(value, indent) : braced(value as ExampleBag, indent);
}

/** An object over several lines, whatever its length. */
function braced(bag: ExampleBag, indent: number): string {
  const inner = " ".repeat(indent + 2);
  const lines = Object.entries(bag).map(([key, value]) => {
    const head = `${inner}${property(key)}: `;
    return `${head}${print(value, indent + 2, head.length)},`;
  });
  return `{\n${lines.join("\n")}\n${" ".repeat(indent)}}`;
}

function bracketed(list: readonly ExampleValue[], indent: number): string {
  const inner = " ".repeat(indent + 2);
  const lines = list.map((item) => `${inner}${print(item, indent + 2, indent + 2)},`);
  return `[\n${lines.join("\n")}\n${" ".repeat(indent)}]`;
}

function inline(value: ExampleValue): string {
  if (value instanceof Reference) return `${variable(value.resource)}.${value.property}`;
  if (value instanceof Moment) return `Date.parse("${value.date}") / 1000`;
  if (Array.isArray(value)) return `[${value.map(inline).join(", ")}]`;
  if (!isNested(value)) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, inner]) => `${property(key)}: ${inline(inner)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

function isNested(value: ExampleValue): value is ExampleBag | readonly ExampleValue[] {
  return typeof value === "object" && !(value instanceof Reference) && !(value instanceof Moment);
}

function property(key: string): string {
  return /^[a-z_$][\w$]*$/i.test(key) ? key : JSON.stringify(key);
}

function referencesIn(value: ExampleValue): string[] {
  if (value instanceof Reference) return [value.resource];
  return isNested(value) ? Object.values(value).flatMap((inner: ExampleValue) => referencesIn(inner)) : [];
}
