import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { isRecord, loadProject, type Project, readYaml } from "./project";

/** A stack to rehearse and the file that configures it. */
export interface Stack {
  name: string;
  /** The `config` block of its file. */
  config: Record<string, unknown>;
  /** What the reader of the rehearsal must know of the file. */
  notes: string[];
}

/** The stack that a project without any stack file is rehearsed as. */
const FIRST_STACK = "dev";

const STACK_FILE = /^Pulumi\.(.+)\.(?:yaml|yml)$/;

/** The stacks that the project of a directory has files for. Throws a UsageError where there is no project. */
export function stacksOf(directory: string): string[] {
  return stackNames(loadProject(directory));
}

/** The stacks with a file of their own, in alphabetical order. */
export function stackNames(project: Project): string[] {
  if (!existsSync(project.stackDirectory)) return [];
  return readdirSync(project.stackDirectory)
    .map((file) => STACK_FILE.exec(file)?.[1])
    .filter((name): name is string => name !== undefined)
    .sort();
}

/**
 * The stacks to rehearse: those asked for, else every one that has a file, else one named `dev`, as after
 * `pulumi stack init dev`.
 */
export function selectStacks(project: Project, wanted: readonly string[] | undefined): Stack[] {
  const known = stackNames(project);
  if (wanted && wanted.length > 0)
    return [...new Set(wanted.map(shortName))].map((name) => readStack(project, name, known));
  return (known.length > 0 ? known : [FIRST_STACK]).map((name) => readStack(project, name, known));
}

function readStack(project: Project, name: string, known: readonly string[]): Stack {
  const file = ["yaml", "yml"]
    .map((extension) => join(project.stackDirectory, `Pulumi.${name}.${extension}`))
    .find((path) => existsSync(path));
  if (!file) {
    const others = known.length > 0 ? ` (stacks with a file: ${known.join(", ")})` : "";
    return { name, config: {}, notes: [`There is no Pulumi.${name}.yaml; rehearsed as a new, empty stack${others}.`] };
  }
  const content = readYaml(file);
  const notes: string[] = [];
  if (content.environment !== undefined)
    notes.push(`Pulumi.${name}.yaml imports Pulumi ESC environments; a rehearsal reads none of them.`);
  return { name, config: isRecord(content.config) ? content.config : {}, notes };
}

/** A stack's own name in `organization/project/stack` and `organization/stack`, as the CLI takes them too. */
function shortName(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}
