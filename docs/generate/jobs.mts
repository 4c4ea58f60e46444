import { type JobRow, JobTrigger, jobGrants, jobs } from "@ringfence/core/jobs";
import { roles } from "@ringfence/core/roles";
import { restartableConsumers } from "@ringfence/core/secret-consumers";
import { SecretOwnerType, secretOwner } from "@ringfence/core/secret-owners";
import { code, document, table } from "./markdown.mts";
import type { Page } from "./page.mts";

export function jobsPage(): Page {
  const rows: JobRow[] = Object.values(jobs);
  return {
    path: "docs/jobs.md",
    text: document(
      "Jobs",
      "packages/core/src/jobs",
      "The commands of `ringfence-operations`: what each is for, what it may do, and the Azure roles it gets. Commands that run by hand need the same roles for the person or job that runs them.",
      table(
        ["Command", "Purpose", "Started by", "May take", "If it fails, or does not run"],
        rows.map((row) => [
          code(row.command),
          row.purpose,
          row.trigger === JobTrigger.Schedule ? `schedule, at least ${row.cadence}` : row.trigger,
          row.actions.map((action) => `[${action}](actions.md)`).join(", ") || "nothing",
          alertsOf(row),
        ]),
      ),
      "## Roles",
      table(
        ["Command", "Role", "On", "For"],
        rows.flatMap((row) => [
          ...row.grants.map((purpose) => {
            const { role, scope, because } = jobGrants[purpose];
            return [code(row.command), role, scope, because];
          }),
          ...(row.renewsKeys
            ? [
                [
                  code(row.command),
                  "a role of its own, below",
                  "each service whose key it renews",
                  "lists and renews keys",
                ],
              ]
            : []),
          ...(row.restartsConsumers
            ? [
                [
                  code(row.command),
                  "a role of its own, below",
                  "each consumer that can be restarted",
                  "restarts it, so that it reads the new value",
                ],
              ]
            : []),
        ]),
      ),
      "## What each role allows there",
      "Of Azure's built-in roles, as Microsoft documents them.",
      table(
        ["Role", "Operations", "Operations on data"],
        [...new Set(Object.values(jobGrants).map(({ role }) => role))]
          .sort()
          .map((role) => [
            role,
            roles[role].actions.map(code).join(" ") || "none",
            roles[role].dataActions.map(code).join(" ") || "none",
          ]),
      ),
      "## The role that renews keys",
      "`SecretRotation` makes one role of exactly the operations of the kinds in use, and gives it on each of their services.",
      table(
        ["Kind of service", "Operations"],
        Object.values(SecretOwnerType).map((type) => [
          code(type),
          secretOwner(type).actions.map(code).join(" ") || "none: it is not in Azure Resource Manager",
        ]),
      ),
      "## The role that restarts consumers",
      "Where a secret's `consumers` name the Azure id of one of these, `SecretRotation` makes one role of exactly the operations of the kinds in use, and gives it on each of these consumers.",
      table(
        ["Kind of consumer", "Type", "Operation"],
        restartableConsumers.map(({ title, type, action }) => [title, code(type), code(action)]),
      ),
    ),
  };
}

function alertsOf(row: JobRow): string {
  if (row.trigger === JobTrigger.ByHand) return "whoever runs it sees its end";
  if (row.trigger === JobTrigger.Queue) return `${code(row.failed)}, or found by ${code(row.sweptBy)}`;
  return `${code(row.failed)}, ${code(row.notRun)}`;
}
