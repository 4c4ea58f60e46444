import { JobCommand } from "@ringfence/core/jobs";
import type { Command } from "commander";
import { evaluateLevels, levelLines, levelReport, type ReviewEntry, recordLevels } from "../../levels";
import type { CommonFlags } from "../common-flags";
import { ExitCode } from "../exit-code";
import { runJob } from "../run-job";
import type { Surroundings } from "../surroundings";

/** `ringfence-operations evaluate-levels`: one pass over all objectives. A missed objective is no failure of the job. */
export function define(command: Command, surroundings: Surroundings): void {
  command.action((flags: CommonFlags) =>
    runJob(
      {
        command: JobCommand.EvaluateLevels,
        needs: ["levels", "logAnalyticsWorkspaceId", "storageAccount", "journalTable"],
        work: async ({ configuration, ports, clock, log, flags: { dryRun = false } }) => {
          const journal = ports.journal<ReviewEntry>("level-reviews");
          // What a dry run measured would fire alerts.
          const record = dryRun ? () => undefined : recordLevels;
          const evaluated = await evaluateLevels(configuration.levels, {
            logs: ports.logs,
            journal,
            clock,
            log,
            record,
            dryRun,
          });
          const failed = evaluated.some(({ assessment }) => assessment === undefined);
          return {
            code: failed ? ExitCode.Failed : ExitCode.Done,
            text: levelLines(evaluated),
            report: levelReport(evaluated),
          };
        },
      },
      flags,
      surroundings,
    ),
  );
}
