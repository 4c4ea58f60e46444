import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A command that is not ours. */
interface KnownCommand {
  /** Where it and its parameters were read, or `unconfirmed` alone. */
  sources?: string[];
  /** Parameters that a runbook has to give. */
  required: string[];
  /** Parameters that a runbook may give. */
  optional: string[];
}

interface KnownCommands {
  /** Parameters that every `az` command takes. */
  global: string[];
  commands: Record<string, KnownCommand>;
}

/** What was looked for in public sources and not found. */
const UNCONFIRMED = "unconfirmed";

/** A file of a public repository at a commit, a page, or a release whose own command table was asked. */
const SOURCE = /^(?:[\w.-]+\/[\w.-]+@[0-9a-f]{40}:\S+|https:\/\/\S+|azure-cli \d+\.\d+\.\d+)$/;

const { global, commands } = JSON.parse(readFileSync(join(__dirname, "known-commands.json"), "utf8")) as KnownCommands;

/** The names of all commands that are not ours. */
export const knownCommandNames = Object.keys(commands);

/** The commands that no public source confirms. */
export const unconfirmedCommands = knownCommandNames.filter((name) => commands[name]?.sources?.includes(UNCONFIRMED));

/** What is wrong with where a command was read: nowhere, or something that nobody can look up. */
export function sourceProblems(name: string, sources: readonly string[] = commands[name]?.sources ?? []): string[] {
  if (sources.length === 0) return [`${name} names no source; look it up, or say ${UNCONFIRMED}`];
  if (sources.length === 1 && sources[0] === UNCONFIRMED) return [];
  return sources
    .filter((source) => !SOURCE.test(source))
    .map((source) => `${name} names a source that nobody can look up: ${source}`);
}

/** What is wrong with a command that is not ours: no such command, no such parameter, or one that it cannot do without. */
export function knownCommandProblems(words: readonly string[]): string[] {
  const name = knownCommandName(words);
  const known = name === undefined ? undefined : commands[name];
  if (name === undefined || known === undefined) return [`no command known as: ${words.slice(0, 6).join(" ")}`];
  const end = words.indexOf("--");
  const flags = words.slice(0, end < 0 ? undefined : end).filter((word) => /^-{1,2}[a-z]/.test(word));
  const allowed = [...known.required, ...known.optional, ...(words[0] === "az" ? global : [])];
  return [
    ...flags.filter((flag) => !allowed.includes(flag)).map((flag) => `${name} takes no ${flag}`),
    ...known.required.filter((flag) => !flags.includes(flag)).map((flag) => `${name} needs ${flag}`),
  ];
}

/** The name of the known command that these words run: the words up to the first parameter, without positional arguments. */
export function knownCommandName(words: readonly string[]): string | undefined {
  for (let count = words.length; count > 0; count -= 1) {
    const name = words.slice(0, count).join(" ");
    if (commands[name] !== undefined) return words[0] === "az" && isWord(words[count]) ? undefined : name;
  }
  return undefined;
}

/** An `az` command takes no positional arguments, so a word after its name is a name that it does not have. */
function isWord(word: string | undefined): boolean {
  return word !== undefined && !word.startsWith("-");
}
