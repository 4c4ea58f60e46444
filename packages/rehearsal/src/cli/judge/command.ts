import { Command } from "commander";
import { withOutputs } from "../outputs/flags";
import { each } from "../repeatable";
import type { JudgeFlags } from "./request";

const examples = `
Examples:
  $ pulumi stack export --stack prod --file prod.json
  $ ringfence judge --state prod.json                     with the packs of the project in this folder
  $ ringfence judge --state prod.json --policy-pack policy-packs/secret-age --sarif prod.sarif
                                                          every night, against what is deployed

Only the packs run: no program, no account, no login, no network. Secrets stay encrypted; what depends on one is
undetermined. An export holds no configuration: where a pack needs some, such as the ring, give it with --config.

Exit codes:
  0  no mandatory violation
  1  a mandatory policy violation, or --fail-on
  2  wrong usage, or the file is no exported stack`;

/** `ringfence judge`. What it does is loaded when it runs, so that help and mistakes answer at once. */
export function judgeCommand(): Command {
  const command = new Command("judge")
    .helpOption("-h, --help", "explain this command")
    .description("judge an exported stack with policy packs, offline")
    .requiredOption("--state <file>", "what `pulumi stack export` wrote")
    .option(
      "--policy-pack <dir>",
      "a policy pack that judges; repeat for more (default: policy-packs/* of the project in this folder)",
      each,
    )
    .option("--policy-pack-config <file>", "the JSON configuration of each --policy-pack, in their order", each)
    .option("-s, --stack <name>", "the stack's name, as packs are told it (default: as the export has it)")
    .option("-c, --config <key=value>", "a config value of the program, as packs are told it; repeat for more", each);
  return withOutputs(command)
    .addHelpText("after", examples)
    .action(async (flags: JudgeFlags) => {
      const { runJudgement } = require("./run") as typeof import("./run");
      await runJudgement(flags);
    });
}
