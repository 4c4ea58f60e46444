import { type ActionRow, actions, RiskTier } from "@ringfence/core/actions";
import { JobCommand, jobs } from "@ringfence/core/jobs";
import type { Command } from "commander";
import type { CommonFlags } from "../common-flags";
import { ExitCode } from "../exit-code";
import type { Surroundings } from "../surroundings";

/** `ringfence-operations actions`: the registry, and which job may take what. It needs no configuration. */
export function define(command: Command, { print }: Surroundings): void {
  command.action((flags: CommonFlags) => {
    const rows: ActionRow[] = Object.values(actions);
    print(
      flags.json === true ? `${JSON.stringify(rows.map(withTakers), undefined, 2)}\n` : rows.map(paragraph).join("\n"),
    );
    process.exitCode = ExitCode.Done;
  });
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
  return `${lines.join("\n")}\n`;
}

function needs(row: ActionRow): string {
  if (row.tier === RiskTier.Medium) return "a person and a reason";
  if (row.tier !== RiskTier.High) return "nothing";
  const { grantWithinMinutes, useWithinMinutes } = row.approval;
  return `a second person's approval, given within ${grantWithinMinutes} minutes and used within ${useWithinMinutes}`;
}
