import { Command } from "commander";
import { productVersion } from "../product";
import { judgeCommand } from "./judge/command";
import { rehearseCommand } from "./rehearse/command";
import { replayCommand } from "./replay/command";
import { reportCommand } from "./report/command";
import { reviewsCommand } from "./reviews/command";
import { runbookCommand } from "./runbook/command";
import { simulateCommand } from "./simulate/command";
import { waiversCommand } from "./waivers/command";

/** The command `ringfence` with everything below it. Throws `CommanderError` instead of ending the process. */
export function commandLine(): Command {
  const ringfence = new Command("ringfence")
    .description("Rehearse a Pulumi program and its policy packs offline, against a simulated Azure")
    .version(productVersion(), "--version", "print the version")
    .helpOption("-h, --help", "explain the command")
    .helpCommand(false)
    .addHelpText("after", `\nStart with:\n  $ ringfence rehearse\n  $ ringfence rehearse --help`);
  for (const command of [
    rehearseCommand(),
    judgeCommand(),
    reportCommand(),
    replayCommand(),
    waiversCommand(),
    runbookCommand(),
    reviewsCommand(),
    simulateCommand(),
  ])
    ringfence.addCommand(command);
  for (const command of withAllBelow(ringfence))
    command
      .exitOverride()
      .configureOutput({ outputError: (text, write) => write(`${oneLine(text)}; see ${pathOf(command)} --help\n`) });
  return ringfence;
}

function withAllBelow(command: Command): Command[] {
  return [command, ...command.commands.flatMap(withAllBelow)];
}

/** Commander's message on one line, a suggestion included: `unknown option '--stak' (Did you mean --stack?)`. */
function oneLine(text: string): string {
  return `ringfence: ${text
    .trim()
    .replace(/^error: /, "")
    .replace(/\s*\n\s*/g, " ")
    .replace(/\.$/, "")}`;
}

function pathOf(command: Command): string {
  return command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name();
}
