import { existsSync } from "node:fs";
import { join } from "node:path";
import { alerts } from "@ringfence/core/alerts";
import { JobCommand, jobs } from "@ringfence/core/jobs";
import { type RequirementId, requirements } from "@ringfence/core/requirements";
import { rules } from "@ringfence/policies/rules";
import { azureComponents } from "./azure-components.mts";
import { code, document, table } from "./markdown.mts";
import type { Page } from "./page.mts";
import { ruleFolder } from "./rule-files.mts";

const root = join(import.meta.dirname, "../..");

/** Where each job that serves a requirement is proved. */
const jobTests: Partial<Record<JobCommand, readonly string[]>> = {
  [JobCommand.Rotate]: ["packages/operations/test/rotation", "packages/operations/test/torture", "test/rotation"],
  [JobCommand.SweepSecrets]: ["packages/operations/test/sweep"],
  [JobCommand.Revoke]: ["packages/operations/test/revocation"],
  [JobCommand.Inventory]: ["packages/operations/test/inventory"],
  [JobCommand.EvaluateLevels]: ["packages/operations/test/levels"],
  [JobCommand.RouteIncidents]: ["packages/operations/test/incidents"],
};

/** The requirement that is about the pages themselves. */
const ABOUT_RUNBOOKS: RequirementId = "OE-R2";

/** From each requirement to what serves it, and on to the tests of that. */
export function requirementsPage(): Page {
  const rows = Object.entries(requirements).map(([id, title]) => {
    const serves = ({ requirements: ids }: { requirements: readonly string[] }) => ids.includes(id);
    const components = azureComponents().filter(({ comment }) => mentions(comment, id as RequirementId));
    const served = Object.values(alerts).filter(serves);
    const judged = rules.filter(serves);
    const working = Object.values(jobs).filter(serves);
    const tests = [
      ...components.map(({ folder }) => `packages/azure/test/${folder}`),
      ...(served.length > 0 ? ["packages/core/test/alerts", "test/kusto"] : []),
      ...working.flatMap(({ command }) => jobTests[command] ?? []),
      ...(id === ABOUT_RUNBOOKS ? ["packages/core/test/runbooks", "test/runbooks"] : []),
      ...judged.map((rule) => `packages/policies/test/rules/${ruleFolder(rule.id)}`),
    ];
    return [
      `**${id}** ${title}`,
      components.map(({ name }) => `[${name}](../packages/azure/README.md#${name.toLowerCase()})`).join(", "),
      judged.map((rule) => `[${rule.id}](rules/${rule.id}.md)`).join(", "),
      served.map((alert) => `[${alert.id}](alerts.md#${alert.id})`).join(", "),
      working.map(({ command }) => `[${command}](jobs.md)`).join(", "),
      id === ABOUT_RUNBOOKS
        ? "[every page](runbooks.md)"
        : [...new Set(served.map((alert) => alert.runbook))]
            .map((book) => `[${book}](../runbooks/${book}.md)`)
            .join(", "),
      [...new Set(tests)].map(existing).map(code).join(", "),
    ];
  });
  return {
    path: "docs/requirements.md",
    text: document(
      "Requirements",
      "the requirement ids of components, rules, alerts and jobs",
      "What serves each requirement of operational excellence for AI, and where it is proved. An empty row is work to come.",
      table(["Requirement", "Components", "Rules", "Alerts", "Jobs", "Runbooks", "Proved by"], rows),
    ),
  };
}

/** Whether a text names a requirement; OE-R1 is not in `OE-R10`. */
function mentions(text: string, id: RequirementId): boolean {
  return new RegExp(`${id}(?!\\d)`).test(text);
}

function existing(path: string): string {
  if (existsSync(join(root, path))) return path;
  throw new Error(`docs/requirements.md would name ${path}, which is not there`);
}
