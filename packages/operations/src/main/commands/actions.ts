import { type ActionRow, actions, RiskTier } from "@ringfence/core/actions";
import { JobCommand, jobs } from "@ringfence/core/jobs";
import type { Command } from "commander";
import type { SwitchPosition } from "../../actions";
import type { CommonFlags } from "../common-flags";
import { ExitCode } from "../exit-code";
import { runJob } from "../run-job";
import type { Surroundings } from "../surroundings";

/** `ringfence-operations actions`: the registry, which job may take what, and, where it is told of a journal, the switch. */
export function define(command: Command, surroundings: Surroundings): void {
  command.action((flags: CommonFlags) =>
    runJob(
      {
        command: JobCommand.Actions,
        needs: [],
        work: async ({ ports, configuration: { storageAccount, journalTable } }) => {
          const hasJournal = storageAccount !== undefined && journalTable !== undefined;
          const position = hasJournal ? (await ports.killSwitch.position())?.value : undefined;
          const rows: ActionRow[] = Object.values(actions);
          const text = [...rows.map(paragraph), ...(hasJournal ? [standing(position)] : [])].join("\n\n");
          const automation = position ?? { stopped: false };
          const report = { actions: rows.map(withTakers), ...(hasJournal ? { automation } : {}) };
          return { code: ExitCode.Done, text, report };
        },
      },
      flags,
      surroundings,
    ),
  );
}

function standing(position: SwitchPosition | undefined): string {
  if (!position) return "automation runs; it has never been stopped";
  const { stopped, by, at, why } = position;
  return `automation ${stopped ? "is STOPPED" : "runs"} since ${at}, by ${by}: ${why}`;
}

function withTakers(row: ActionRow) {
  return { ...row, takenBy: takers(row) };
}

function takers({ id }: ActionRow): JobCommand[] {
  return Object.values(JobCommand).filter((command) => jobs[command].actions.includes(id));
}

function paragraph(row: ActionRow): string {
  const lines = [
    `${row.id} (risk: ${row.tier})`,
    `  ${row.does}`,
    `  taken by: ${takers(row).join(", ") || "runbooks"}`,
    `  target: ${row.target}`,
    `  why this risk: ${row.because}`,
    `  dry run: ${row.dryRun}`,
  ];
  if (row.tier !== RiskTier.Read)
    lines.push(
      `  before: ${row.preconditions.join("; ")}`,
      `  undone by: ${typeof row.inverse === "string" ? row.inverse : `nothing; ${row.inverse.irreversible}`}`,
      `  at most noticed by: ${row.blastRadius}`,
      `  needs: ${needs(row)}`,
    );
  return lines.join("\n");
}

function needs(row: ActionRow): string {
  if (row.tier === RiskTier.Medium) return "a person and a reason";
  if (row.tier !== RiskTier.High) return "nothing";
  const { grantWithinMinutes, useWithinMinutes } = row.approval;
  return `a second person's approval, given within ${grantWithinMinutes} minutes and used within ${useWithinMinutes}`;
}
