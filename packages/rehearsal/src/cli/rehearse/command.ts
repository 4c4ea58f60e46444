import { Command, Option } from "commander";
import { withOutputs } from "../outputs/flags";
import { each } from "../repeatable";
import type { RehearseFlags } from "./request";

const examples = `
Examples:
  $ ringfence rehearse                                    every stack of the project in this folder
  $ ringfence rehearse infra --stack prod                 one stack of the project in infra/
  $ ringfence rehearse --report .rehearsal                and write a page to read and a summary for a pull request
  $ ringfence rehearse --sarif rules.sarif --junit rules.xml --fail-on high
                                                          for code scanning and test reports; grave advice fails too
  $ ringfence rehearse --stack prod --config replicas=3   with another config value
  $ ringfence rehearse --mode up --twice                  create everything, then prove that a second run changes nothing
  $ ringfence rehearse --json - | jq .stacks[].refusals   for a pipeline

Nothing is deployed and nothing leaves this machine: no account, no login, no network.

Exit codes:
  0  nothing found that stops a deployment
  1  a mandatory policy violation, the simulated Azure refuses something, or --fail-on
  2  wrong usage, or the program itself stopped with an error`;

/** `ringfence rehearse`. What it does is loaded when it runs, so that help and mistakes answer at once. */
export function rehearseCommand(): Command {
  const command = new Command("rehearse")
    .helpOption("-h, --help", "explain this command")
    .description("run the program of each stack with its policy packs against a simulated Azure")
    .argument("[dir]", "the folder with Pulumi.yaml", ".")
    .option("-s, --stack <name>", "a stack to rehearse; repeat for more (default: every Pulumi.<stack>.yaml)", each)
    .option("--all", "every stack that has a Pulumi.<stack>.yaml; the default, said aloud")
    .addOption(
      new Option(
        "--mode <mode>",
        "preview leaves unknown what only Azure can tell; up creates everything in the simulated Azure",
      )
        .choices(["preview", "up"])
        .default("preview"),
    )
    .option(
      "--policy-pack <dir>",
      "a policy pack that judges; repeat for more (default: those in package.json's ringfence.policyPacks, else policy-packs/*)",
      each,
    )
    .option("--policy-pack-config <file>", "the JSON configuration of each --policy-pack, in their order", each)
    .option("-c, --config <key=value>", "a config value of the program, over the stack's file; repeat for more", each)
    .option("--twice", "run a second time against the first run's state and show what would change");
  return withOutputs(command)
    .addHelpText("after", examples)
    .action(async (dir: string, flags: RehearseFlags) => {
      const { runRehearsal } = require("./run") as typeof import("./run");
      await runRehearsal(dir, flags);
    });
}
