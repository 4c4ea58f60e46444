import { Command } from "commander";
import { type OutputFlags, withOutputs } from "../outputs/flags";
import { each } from "../repeatable";

const examples = `
Examples:
  $ pulumi up --stack prod --yes --event-log prod.events.json --policy-pack policy-packs/tagging
  $ ringfence report --event-log prod.events.json --sarif prod.sarif --junit prod.xml

It tells of what Pulumi's own engine did and found; nothing runs.

Exit codes:
  0  nothing stopped the run
  1  a mandatory policy violation, Azure refused something, or --fail-on
  2  wrong usage, or the program itself stopped with an error`;

/** What the command line says, as it was parsed. */
export interface ReportFlags extends OutputFlags {
  eventLog: string[];
}

/** `ringfence report`. What it does is loaded when it runs, so that help and mistakes answer at once. */
export function reportCommand(): Command {
  const command = new Command("report")
    .helpOption("-h, --help", "explain this command")
    .description("report on a run of Pulumi's own command line, from its event log")
    .requiredOption("--event-log <file>", "what `pulumi up --event-log` wrote; repeat for more stacks", each);
  return withOutputs(command)
    .addHelpText("after", examples)
    .action((flags: ReportFlags) => {
      const { readEventLogs } = require("../../event-log") as typeof import("../../event-log");
      const { deliver } = require("../outputs/deliver") as typeof import("../outputs/deliver");
      deliver(readEventLogs(flags.eventLog), flags);
    });
}
