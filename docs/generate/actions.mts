import { type ActionRow, actions, RiskTier } from "@ringfence/core/actions";
import { JobCommand, jobs } from "@ringfence/core/jobs";
import { code, document, table } from "./markdown.mts";
import type { Page } from "./page.mts";

const tiers: Record<RiskTier, string> = {
  [RiskTier.Read]: "changes nothing; always allowed, also while automation is stopped",
  [RiskTier.Low]: "a job takes it by itself",
  [RiskTier.Medium]: "a person asks for it and gives a reason",
  [RiskTier.High]: "a second person approves exactly this action on this target in its present state, beforehand, once",
};

export function actionsPage(): Page {
  const rows: ActionRow[] = Object.values(actions);
  return {
    path: "docs/actions.md",
    text: document(
      "Actions",
      "packages/core/src/actions",
      "Everything that automation may do. Nothing has an effect that is not in here; each is recorded before and after.",
      table(["Risk", "Who decides"], Object.entries(tiers)),
      table(
        ["Action", "What changes", "Target", "Risk", "Taken by"],
        rows.map((row) => [code(row.id), row.does, row.target, `${row.tier}: ${row.because}`, takers(row)]),
      ),
      "## Before, and back",
      table(
        ["Action", "What must hold before", "Undone by", "At most noticed by", "While stopped", "Dry run"],
        rows.flatMap((row) =>
          row.tier === RiskTier.Read
            ? []
            : [
                [
                  code(row.id),
                  row.preconditions.join("; "),
                  typeof row.inverse === "string" ? code(row.inverse) : `nothing: ${row.inverse.irreversible}`,
                  row.blastRadius,
                  row.runsWhileStopped ? "runs" : "refused",
                  row.dryRun,
                ],
              ],
        ),
      ),
      "## Approvals",
      table(
        ["Action", "Can be given for", "Can then be used for"],
        rows.flatMap((row) =>
          row.tier === RiskTier.High
            ? [[code(row.id), `${row.approval.grantWithinMinutes} minutes`, `${row.approval.useWithinMinutes} minutes`]]
            : [],
        ),
      ),
    ),
  };
}

function takers({ id }: ActionRow): string {
  const commands = Object.values(JobCommand).filter((command) => jobs[command].actions.includes(id));
  return commands.map(code).join(", ") || "people, by a runbook";
}
