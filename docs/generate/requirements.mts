import { existsSync } from "node:fs";
import { join } from "node:path";
import { alerts } from "@ringfence/core/alerts";
import { type RequirementId, requirements } from "@ringfence/core/requirements";
import { rules } from "@ringfence/policies/rules";
import { azureComponents } from "./azure-components.mts";
import { code, document, table } from "./markdown.mts";
import type { Page } from "./page.mts";
import { ruleFolder } from "./rule-files.mts";

const root = join(import.meta.dirname, "../..");

/** From each requirement to what serves it, and on to the tests of that. */
export function requirementsPage(): Page {
  const rows = Object.entries(requirements).map(([id, title]) => {
    const serves = ({ requirements: ids }: { requirements: readonly string[] }) => ids.includes(id);
    const components = azureComponents().filter(({ comment }) => mentions(comment, id as RequirementId));
    const served = Object.values(alerts).filter(serves);
    const judged = rules.filter(serves);
    const tests = [
      ...components.map(({ folder }) => `packages/azure/test/${folder}`),
      ...(served.length > 0 ? ["packages/core/test/alerts", "test/kusto"] : []),
      ...judged.map((rule) => `packages/policies/test/rules/${ruleFolder(rule.id)}`),
    ];
    return [
      `**${id}** ${title}`,
      components.map(({ name }) => `[${name}](../packages/azure/README.md#${name.toLowerCase()})`).join(", "),
      judged.map((rule) => `[${rule.id}](rules/${rule.id}.md)`).join(", "),
      served.map((alert) => `[${alert.id}](alerts.md#${alert.id})`).join(", "),
      [...new Set(served.map((alert) => alert.runbook))].map((book) => `[${book}](../runbooks/${book}.md)`).join(", "),
      [...new Set(tests)].map(existing).map(code).join(", "),
    ];
  });
  return {
    path: "docs/requirements.md",
    text: document(
      "Requirements",
      "the requirement ids of components, rules and alerts",
      "What serves each requirement of operational excellence for AI, and where it is proved. An empty row is work to come.",
      table(["Requirement", "Components", "Rules", "Alerts", "Runbooks", "Proved by"], rows),
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
