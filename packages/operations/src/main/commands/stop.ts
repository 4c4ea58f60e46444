import { ActionId } from "@ringfence/core/actions";
import { JobCommand } from "@ringfence/core/jobs";
import type { Command } from "commander";
import { POLL_MILLISECONDS } from "../../actions";
import type { CommonFlags } from "../common-flags";
import { ExitCode } from "../exit-code";
import { runJob } from "../run-job";
import type { Surroundings } from "../surroundings";

interface StopFlags extends CommonFlags {
  readonly reason: string;
}

/** `ringfence-operations stop`: throws the switch. */
export function define(command: Command, surroundings: Surroundings): void {
  command.requiredOption("--reason <reason>", "why everything must stop").action((flags: StopFlags) =>
    runJob(
      {
        command: JobCommand.Stop,
        needs: ["storageAccount", "auditContainer", "journalTable"],
        work: async ({ ports, correlation }) => {
          const { reason: why } = flags;
          const by = await ports.actor();
          const request = { action: ActionId.StopAutomation, target: "automation", parameters: {}, why, correlation };
          const position = await ports.actions.perform(request, () => ports.killSwitch.stop(by.name, why));
          if (!position) return { code: ExitCode.Done, text: "would stop everything", report: { stopped: false } };
          const text = `stopped at ${position.at}: no job changes anything from ${POLL_MILLISECONDS / 1000} seconds later on\n  ringfence-operations resume --reason "…"   lets it run again, with a second person's approval`;
          return { code: ExitCode.Done, text, report: position };
        },
      },
      flags,
      surroundings,
    ),
  );
}
