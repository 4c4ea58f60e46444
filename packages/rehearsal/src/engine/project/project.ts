import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve } from "node:path";
import { parse } from "yaml";
import { UsageError } from "../usage-error";

/** A Pulumi project, as `Pulumi.yaml` describes it. */
export interface Project {
  name: string;
  /** The directory of Pulumi.yaml. */
  root: string;
  /** Where the program runs: the project's root, or what `main` names. */
  programDirectory: string;
  /** What Node loads, relative to the program's directory; `.` leaves the choice to package.json. */
  entryPoint: string;
  runtime: NodeRuntime;
  /** The `config` block as written. */
  config: Record<string, unknown>;
  /** Where the stacks' files are. */
  stackDirectory: string;
}

/** The options of `runtime: nodejs`. */
export interface NodeRuntime {
  /** Whether TypeScript sources run through ts-node; true unless `typescript: false`. */
  typescript: boolean;
  /** The tsconfig file, where it is not `tsconfig.json`. */
  tsconfig?: string;
  /** Arguments for Node itself. */
  nodeArguments: string[];
}

const PROJECT_FILES = ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"];

/** Finds the project that a directory belongs to, upward, as the CLI does. Throws a UsageError where there is none. */
export function loadProject(directory: string): Project {
  const start = resolve(directory);
  if (!existsSync(start)) throw new UsageError(`${directory}: no such directory`);
  const file = findProjectFile(statSync(start).isDirectory() ? start : dirname(start));
  if (!file) throw new UsageError(`${directory}: no Pulumi.yaml here or in any parent directory`);
  return readProject(file);
}

function findProjectFile(directory: string): string | undefined {
  const found = PROJECT_FILES.map((name) => join(directory, name)).find((path) => existsSync(path));
  if (found) return found;
  const parent = dirname(directory);
  return parent === directory ? undefined : findProjectFile(parent);
}

function readProject(file: string): Project {
  const content = readYaml(file);
  const root = dirname(file);
  const name = content.name;
  if (typeof name !== "string" || name === "") throw new UsageError(`${file}: name: a project has a name`);
  const stackDirectory = typeof content.stackConfigDir === "string" ? content.stackConfigDir : content.config;
  return {
    name,
    root,
    ...locateProgram(file, root, content.main),
    runtime: readRuntime(file, content.runtime),
    config: isRecord(content.config) ? content.config : {},
    stackDirectory: typeof stackDirectory === "string" ? resolve(root, stackDirectory) : root,
  };
}

/** As the engine does: a directory is where the program runs; of a file, its directory is. */
function locateProgram(file: string, root: string, main: unknown): Pick<Project, "programDirectory" | "entryPoint"> {
  if (main === undefined || main === "") return { programDirectory: root, entryPoint: "." };
  if (typeof main !== "string") throw new UsageError(`${file}: main: ${JSON.stringify(main)} is not a path`);
  const path = resolve(root, main);
  if (relative(root, path).startsWith("..") && !isAbsolute(main))
    throw new UsageError(`${file}: main: ${main} is outside the project`);
  if (!existsSync(path)) throw new UsageError(`${file}: main: ${main} does not exist`);
  return statSync(path).isDirectory()
    ? { programDirectory: path, entryPoint: "." }
    : { programDirectory: dirname(path), entryPoint: basename(path) };
}

/** Reads `runtime`, a name or a name with options, of a project or a policy pack. */
export function readRuntime(file: string, runtime: unknown): NodeRuntime {
  const name = isRecord(runtime) ? runtime.name : runtime;
  const options = isRecord(runtime) && isRecord(runtime.options) ? runtime.options : {};
  if (name !== "nodejs")
    throw new UsageError(
      `${file}: runtime: ${JSON.stringify(name)} cannot be rehearsed; supported is nodejs (TypeScript and JavaScript)`,
    );
  const nodeArguments = typeof options.nodeargs === "string" ? options.nodeargs.split(/\s+/).filter(Boolean) : [];
  return {
    typescript: options.typescript !== false,
    nodeArguments,
    ...(typeof options.tsconfig === "string" ? { tsconfig: options.tsconfig } : {}),
  };
}

/** A YAML file's mapping; an empty file is an empty mapping. Throws a UsageError that names the file. */
export function readYaml(file: string): Record<string, unknown> {
  let content: unknown;
  try {
    content = parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new UsageError(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (content === null || content === undefined) return {};
  if (!isRecord(content)) throw new UsageError(`${file}: not a mapping of keys to values`);
  return content;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
