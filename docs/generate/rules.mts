import { grouped, type Rule } from "@ringfence/policies/rule";
import { rules } from "@ringfence/policies/rules";
import { document, table } from "./markdown.mts";
import type { Page } from "./page.mts";
import { ruleFolder } from "./rule-files.mts";
import { judges, rulePage } from "./rule-page.mts";

/** An index of the rules by what they judge, and the page that each rule's messages link to. */
export function rulesPages(): Page[] {
  const folders = [...grouped(rules, ({ id }) => ruleFolder(id))].sort(([a], [b]) => (a < b ? -1 : 1));
  const index: Page = {
    path: "docs/rules.md",
    text: document(
      "Policy rules",
      "packages/policies/src/rules",
      `${rules.length} rules. Each page says why, shows what breaks the rule and what keeps it, and how to configure and waive it. [Which rules of other products they do the work of](coverage.md).`,
      folders.map(([folder, { length }]) => `[${folder}](#${folder}) (${length})`).join(", "),
      ...folders.map(([folder, own]) => `## ${folder}\n\n${list(own)}`),
    ),
  };
  return [index, ...rules.map(rulePage)];
}

function list(own: readonly Rule[]): string {
  return table(
    ["Rule", "Says", "Severity", "Judges", "Requirements"],
    own.map((rule) => [
      `[${rule.id}](rules/${rule.id}.md)`,
      rule.title,
      rule.severity,
      judges(rule),
      rule.requirements.join(", "),
    ]),
  );
}
