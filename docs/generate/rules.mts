import type { Rule } from "@ringfence/policies/rule";
import { rules } from "@ringfence/policies/rules";
import { code, document, table, yesNo } from "./markdown.mts";
import type { Page } from "./page.mts";

const source = "packages/policies/src/rules";

/** An index of the rules, and the page that each rule's messages link to. */
export function rulesPages(): Page[] {
  const index: Page = {
    path: "docs/rules.md",
    text: document(
      "Policy rules",
      source,
      table(
        ["Rule", "Says", "Severity", "Judges", "Requirements"],
        rules.map((rule) => [
          `[${rule.id}](rules/${rule.id}.md)`,
          rule.title,
          rule.severity,
          judges(rule),
          rule.requirements.join(", "),
        ]),
      ),
    ),
  };
  return [index, ...rules.map(page)];
}

function judges(rule: Rule): string {
  if (rule.appliesTo.length === 0) return "the stack as a whole";
  return rule.level === "resource" ? "each resource, before it is created" : "each resource, when the stack is there";
}

function page(rule: Rule): Page {
  const settings = Object.entries(rule.config);
  return {
    path: `docs/rules/${rule.id}.md`,
    text: document(
      rule.id,
      source,
      `**${rule.title}.**`,
      rule.why,
      `**What to do.** ${rule.fix}`,
      table(
        ["Severity", "Judges", "Applies to", "May be waived", "Requirements"],
        [
          [
            rule.severity,
            judges(rule),
            rule.appliesTo.map((type) => code(type)).join(", ") || "the stack",
            yesNo(rule.waivable ?? true),
            rule.requirements.join(", "),
          ],
        ],
      ),
      ...(rule.covers.length > 0
        ? [`Does the work of these rules of other products: ${rule.covers.map(code).join(", ")}.`]
        : []),
      ...(settings.length > 0
        ? [
            "## Settings",
            table(
              ["Setting", "Default", "What it is"],
              settings.map(([name, schema]) => [
                code(name),
                code(JSON.stringify(schema.default)),
                schema.description ?? "",
              ]),
            ),
          ]
        : []),
    ),
  };
}
