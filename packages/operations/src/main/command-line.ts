import { jobs } from "@ringfence/core/jobs";
import { Command } from "commander";
import type { CommandModule } from "./command-module";
import { commandTable } from "./command-table";
import { withCommonFlags } from "./common-flags";
import type { Surroundings } from "./surroundings";
import { productVersion } from "./version";

const exitCodes = `
Exit codes:
  0  done, or nothing to do
  1  done, and a person must look at what it found
  2  wrong usage or configuration; nothing was begun
  3  stopped with an error; the next run carries on
  4  an action was refused: automation is stopped, or an approval is missing`;

/**
 * The command `ringfence-operations`. Only the command that is named in `words` is loaded and has its options; of the
 * others the list knows the purpose, from their rows. Throws `CommanderError` instead of ending the process.
 */
export function commandLine(words: readonly string[], surroundings: Surroundings): Command {
  const program = new Command("ringfence-operations")
    .description("The jobs that keep a ring's secrets, service levels and incidents in order")
    .version(productVersion(), "--version", "print the version")
    .helpOption("-h, --help", "explain the command")
    .helpCommand(false)
    .addHelpText("after", exitCodes);
  for (const [name, load] of Object.entries(commandTable) as [keyof typeof jobs, () => CommandModule][]) {
    const command = withCommonFlags(program.command(name))
      .description(jobs[name].purpose)
      .helpOption("-h, --help", "explain this command")
      .helpCommand(false);
    if (words[0] === name) load().define(command, surroundings);
  }
  for (const command of withAllBelow(program))
    command.exitOverride().configureOutput({
      writeOut: surroundings.print,
      writeErr: surroundings.warn,
      outputError: (text, write) => write(`${oneLine(text)}; see ${pathOf(command)} --help\n`),
    });
  return program;
}

function withAllBelow(command: Command): Command[] {
  return [command, ...command.commands.flatMap(withAllBelow)];
}

/** Commander's message on one line, a suggestion included. */
function oneLine(text: string): string {
  return `ringfence-operations: ${text
    .trim()
    .replace(/^error: /, "")
    .replace(/\s*\n\s*/g, " ")
    .replace(/\.$/, "")}`;
}

function pathOf(command: Command): string {
  return command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name();
}
