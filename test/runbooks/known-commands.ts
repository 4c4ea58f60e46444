import { readFileSync } from "node:fs";
import { join } from "node:path";

interface KnownCommands {
  /** Parameters that every `az` command takes. */
  global: string[];
  commands: Record<string, { required: string[]; optional: string[] }>;
}

const { global, commands } = JSON.parse(readFileSync(join(__dirname, "known-commands.json"), "utf8")) as KnownCommands;

/** What is wrong with a command that is not ours: no such command, no such parameter, or one that it cannot do without. */
export function knownCommandProblems(words: readonly string[]): string[] {
  const name = longestNameOf(words);
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

/** The words up to the first parameter, without positional arguments. */
function longestNameOf(words: readonly string[]): string | undefined {
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
