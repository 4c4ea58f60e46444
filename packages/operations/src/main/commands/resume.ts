import { ActionId } from "@ringfence/core/actions";
import { JobCommand } from "@ringfence/core/jobs";
import type { Command } from "commander";
import type { SwitchPosition } from "../../actions";
import type { CommonFlags } from "../common-flags";
import { ExitCode } from "../exit-code";
import { runJob } from "../run-job";
import type { Surroundings } from "../surroundings";

interface ResumeFlags extends CommonFlags {
  readonly reason: string;
  readonly approval?: string;
}

/** `ringfence-operations resume`: without an approval it says how to get one, for the switch as it stands now. */
export function define(command: Command, surroundings: Surroundings): void {
  command
    .requiredOption("--reason <reason>", "why it may run again")
    .option("--approval <id>", "the second person's approval")
    .action((flags: ResumeFlags) =>
      runJob(
        {
          command: JobCommand.Resume,
          needs: ["storageAccount", "auditContainer", "journalTable"],
          work: async ({ ports, correlation }) => {
            const { reason: why, approval } = flags;
            const thrown = await ports.killSwitch.position();
            if (!thrown?.value.stopped)
              return { code: ExitCode.Done, text: "nothing is stopped", report: { stopped: false } };
            const targetState = stateOf(thrown.value);
            if (approval === undefined) return ask(thrown.value, targetState);
            const by = await ports.actor();
            const position = await ports.actions.perform(
              {
                action: ActionId.ResumeAutomation,
                target: "automation",
                parameters: {},
                why,
                correlation,
                approval,
                targetState,
              },
              () => ports.killSwitch.resume(thrown, by.name, why),
            );
            if (!position) return { code: ExitCode.Done, text: "would let everything run again", report: thrown.value };
            return { code: ExitCode.Done, text: `everything runs again since ${position.at}`, report: position };
          },
        },
        flags,
        surroundings,
      ),
    );
}

/** What an approval is bound to: this stop and no later one. */
function stateOf({ at, by }: SwitchPosition): string {
  return `stopped at ${at} by ${by}`;
}

function ask(position: SwitchPosition, state: string) {
  const text = [
    `${position.by} stopped it at ${position.at}: ${position.why}`,
    "It runs again with a second person's approval. Ask for it, let somebody else give it, and use it:",
    `  ringfence-operations approvals request resume-automation --target automation --state "${state}" --reason "…"`,
    '  ringfence-operations approvals grant <id> --reason "…"',
    '  ringfence-operations resume --approval <id> --reason "…"',
  ].join("\n");
  return { code: ExitCode.Refused, text, report: { ...position, state } };
}
