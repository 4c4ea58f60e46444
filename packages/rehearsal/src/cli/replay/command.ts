import { Command } from "commander";
import { each } from "../repeatable";
import type { ReplayFlags } from "./request";

const examples = `
Examples:
  $ ringfence replay                                      the rules of stack prod, on eighteen weeks of generated telemetry
  $ ringfence replay infra --stack prod --days 252        twice as long
  $ ringfence replay --override model-unavailable=99      what another threshold would have done
  $ ringfence replay --calls-per-minute 2 --time-zone Europe/Berlin
                                                          a quiet service, whose users sleep at other hours
  $ ringfence replay --data metrics.csv                   your own months, exported from Azure Monitor
  $ ringfence replay --json - | jq '.incidents[] | select(.state != "in time")'

The rules are those that the program deploys, with its thresholds, windows and severities. Nothing is deployed and
nothing leaves this machine. The same seed gives the same telemetry.

Exit codes:
  0  both targets are met, or the ring wakes nobody
  1  an incident of the library is not seen within its severity's time to acknowledge, or there is more than one false
     page in a quiet month
  2  wrong usage, or the program itself stopped with an error`;

/** `ringfence replay`. What it does is loaded when it runs, so that help and mistakes answer at once. */
export function replayCommand(): Command {
  return new Command("replay")
    .helpOption("-h, --help", "explain this command")
    .description("evaluate the alert rules that a program deploys on months of telemetry with incidents in it")
    .argument("[dir]", "the folder with Pulumi.yaml", ".")
    .option("-s, --stack <name>", "the stack whose rules are replayed (default: prod, else the only one)")
    .option("-c, --config <key=value>", "a config value of the program, over the stack's file; repeat for more", each)
    .option("--override <alert=threshold>", "another threshold for an alert; repeat for more", each)
    .option("--days <number>", "days of generated telemetry (default: 126)")
    .option("--from <day>", "the day on which it begins, 2026-01-05")
    .option("--seed <number>", "another seed gives other telemetry (default: 1)")
    .option(
      "--time-zone <zone>",
      "where the users are, Europe/Berlin; of --data, the zone of times that state none (default: UTC)",
    )
    .option(
      "--calls-per-minute <number>",
      "calls of each model deployment in the busiest hour of the week (default: 120)",
    )
    .option("--data <file>", "replay recorded data instead, CSV or Parquet")
    .option("--report <dir>", "the folder for the page and its data", ".replay")
    .option("--no-report", "write no page")
    .option("--json <file>", "write everything as JSON; - is the standard output")
    .addHelpText("after", examples)
    .action(async (dir: string, flags: ReplayFlags) => {
      const { runReplay } = require("./run") as typeof import("./run");
      await runReplay(dir, flags);
    });
}
