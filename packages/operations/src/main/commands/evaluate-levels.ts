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
        needs: ["levels", "logAnalyticsWorkspaceId", "storageAccount", "journalTable", "auditContainer"],
        work: async ({ configuration, ports, clock, log, correlation }) => {
          const { logs, actions, notifier } = ports;
          const journal = ports.journal<ReviewEntry>("level-reviews");
          const evaluated = await evaluateLevels(
            configuration.levels,
            { logs, actions, notifier, journal, clock, log, record: recordLevels },
            correlation,
          );
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
