import { type Command, Option } from "commander";
import type { RuleSeverity } from "../../document";

/** The severities that a run can be told to fail on, the least first. */
export const failingSeverities = ["low", "medium", "high", "critical"] as const satisfies readonly RuleSeverity[];
export type FailingSeverity = (typeof failingSeverities)[number];

/** What is to be written where, and what ends with 1; the same for every command that judges. */
export interface OutputFlags {
  json?: string;
  report?: string;
  sarif?: string;
  sarifPasses?: boolean;
  junit?: string;
  markdown?: string;
  github?: boolean;
  failOn?: FailingSeverity;
  showUndetermined?: boolean;
}

/** Gives a command the options of `OutputFlags`. */
export function withOutputs(command: Command): Command {
  return command
    .option("--json <file>", "write everything as JSON; - is the standard output")
    .option("--report <dir>", "write index.html, summary.md and rehearsal.json into this folder")
    .option("--markdown <file>", "write the summary for a pull request")
    .option("--sarif <file>", "write SARIF 2.1.0, for code scanning")
    .option("--sarif-passes", "list in it what passed and did not apply too")
    .option("--junit <file>", "write JUnit XML, for test reports")
    .option("--github", "print GitHub annotations (::error file=…) too")
    .addOption(
      new Option(
        "--fail-on <severity>",
        "end with 1 on an advisory violation too, if it is of this severity or graver",
      ).choices(failingSeverities),
    )
    .option("--show-undetermined", "list the verdicts that cannot be told yet, with their reasons");
}
