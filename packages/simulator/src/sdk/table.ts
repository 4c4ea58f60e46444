import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { AzureToken } from "./token";

/**
 * The shape of a value in a few letters: `s` text, `n` number, `b` boolean, `a` anything, `'x'` exactly this text, `[…`
 * a list, `{…` a map, `@Name` a response type of the module, `@module:Name` of another, `|@A|@B` one of them; a `?` at
 * the end: may be absent.
 */
export type Shape = string;

/** Properties and their shapes. */
export type Shapes = Readonly<Record<string, Shape>>;

/** What is known of one resource class. */
export interface ResourceClass {
  /** Default API version; the provider's own resources (blobs, vault access policies) have none. */
  version?: string;
  /** Path in Azure Resource Manager, with the class's inputs as parameters. */
  path: string;
  /** Whether the path is a guess from the class's name, because no public source had it. */
  guessed?: boolean;
  /** Inputs, separated by spaces; `!` after a required one. */
  inputs: string;
  /** Outputs and their shapes. */
  outputs: Shapes;
}

/** What is known of one function. */
export interface FunctionRow {
  version?: string;
  args: readonly string[];
  outputs: Shapes;
  /** Whether the function gives one plain value instead of an object. */
  single?: boolean;
}

interface ModuleTable {
  resources: Readonly<Record<string, ResourceClass>>;
  functions: Readonly<Record<string, FunctionRow>>;
  types: Readonly<Record<string, Shapes>>;
}

const folder = join(__dirname, "..", "..", "data", "azure-native");
const loaded = new Map<string, ModuleTable | undefined>();

function moduleTable(module: string): ModuleTable | undefined {
  if (!loaded.has(module)) {
    const file = join(folder, `${module}.json`);
    const known = /^[a-z0-9]+$/.test(module) && existsSync(file);
    loaded.set(module, known ? (JSON.parse(readFileSync(file, "utf8")) as ModuleTable) : undefined);
  }
  return loaded.get(module);
}

/** The class a token names, or undefined for one that the SDK's version of the data does not have. */
export function resourceClass(token: AzureToken): ResourceClass | undefined {
  const resources = moduleTable(token.module)?.resources;
  return resources && Object.hasOwn(resources, token.name) ? resources[token.name] : undefined;
}

/** The names of all modules. */
export function modules(): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json") && file !== "index.json")
    .map((file) => file.replace(/\.json$/, ""));
}

let byNamespace: Map<string, Set<string>> | undefined;

/** The names of the modules that have classes of a resource provider, such as `Microsoft.Search`. */
export function modulesOf(namespace: string): string[] {
  byNamespace ??= namespaces();
  return [...(byNamespace.get(namespace.toLowerCase()) ?? [])];
}

/** Finds each module's namespaces in its text: parsing all of them takes many times as long. */
function namespaces(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>([["microsoft.resources", new Set(["resources"])]]);
  for (const module of modules()) {
    const text = readFileSync(join(folder, `${module}.json`), "utf8");
    for (const [, namespace = ""] of text.matchAll(/\/providers\/([A-Za-z.]+)\//g)) {
      const key = namespace.toLowerCase();
      const known = found.get(key);
      if (known === undefined) found.set(key, new Set([module]));
      else known.add(module);
    }
  }
  return found;
}

/** The names of a module's classes. */
export function classNames(module: string): string[] {
  return Object.keys(moduleTable(module)?.resources ?? {});
}

/** The function a token names, or undefined. */
export function functionRow(token: AzureToken): FunctionRow | undefined {
  const functions = moduleTable(token.module)?.functions;
  return functions && Object.hasOwn(functions, token.name) ? functions[token.name] : undefined;
}

/** The properties of a response type named by a shape (`@Name` or `@module:Name`), and the module it is from. */
export function responseType(module: string, shape: Shape): { module: string; shapes: Shapes } | undefined {
  const [, other, name = ""] = /^@(?:([a-z0-9]+):)?(.+?)\??$/.exec(shape) ?? [];
  const owner = other ?? module;
  const shapes = moduleTable(owner)?.types[name];
  return shapes === undefined ? undefined : { module: owner, shapes };
}

/** The inputs of a class and whether each is required. */
export function inputsOf(row: ResourceClass): Map<string, boolean> {
  return new Map(
    row.inputs
      .split(" ")
      .filter((name) => name !== "")
      .map((name) => [name.replace("!", ""), name.endsWith("!")]),
  );
}
