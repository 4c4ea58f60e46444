import { ringNames } from "@ringfence/core/rings";
import { typeFilter } from "@ringfence/policies/azure-types";
import { EXAMPLES_JUDGED_AT, type Example, examples, tokenOf, typescriptOf } from "@ringfence/policies/examples";
import { levelTable, presetNames } from "@ringfence/policies/levels";
import type { Rule } from "@ringfence/policies/rule";
import { code, document, fenced, table, yesNo } from "./markdown.mts";
import type { Page } from "./page.mts";
import { coveredRows } from "./rule-coverage.mts";
import { ruleFiles } from "./rule-files.mts";
import { waiving } from "./rule-waiver.mts";

/** A rule that applies to more types than this names their number. */
const LISTED_TYPES = 30;

/** The page that a rule's messages link to. */
export function rulePage(rule: Rule): Page {
  const example = examples[rule.id];
  if (example === undefined) throw new Error(`${rule.id} has no example in packages/policies/src/examples`);
  return {
    path: `docs/rules/${rule.id}.md`,
    text: document(
      rule.id,
      ruleFiles.get(rule.id) ?? "",
      `**${rule.title}.**`,
      rule.why,
      `**What to do.** ${rule.fix}`,
      table(
        ["Severity", "Judges", "Applies to", "May be waived", "Requirements"],
        [[rule.severity, judges(rule), types(rule), yesNo(rule.waivable ?? true), rule.requirements.join(", ")]],
      ),
      ...shown(rule, example),
      ...levels(rule),
      ...configuration(rule),
      ...waiving(rule, example),
      ...references(rule),
    ),
  };
}

/** When and how broadly a rule judges, in words. */
export function judges(rule: Rule): string {
  if (rule.appliesTo.length === 0) return "the stack as a whole";
  return rule.level === "resource" ? "each resource, before it is created" : "each resource, when the stack is there";
}

function types({ appliesTo }: Rule): string {
  if (appliesTo.length > LISTED_TYPES) return `${appliesTo.length} types of resources`;
  return appliesTo.map((type) => code(type)).join(", ") || "the stack";
}

function shown({ appliesTo }: Rule, { bad, good, ring = "prod" }: Example): string[] {
  const applies = typeFilter(appliesTo);
  const doesWithout = appliesTo.length > 0 && !good.some((resource) => applies(tokenOf(resource)));
  const day = EXAMPLES_JUDGED_AT.slice(0, 10);
  return [
    "## Example",
    `Judged in ${ring} on ${day} with the default settings; only what this rule looks at is shown.`,
    "This breaks the rule:",
    fenced("ts", typescriptOf(bad)),
    doesWithout ? "This keeps it, by doing without:" : "This keeps it:",
    fenced("ts", typescriptOf(good)),
  ];
}

function levels(rule: Rule): string[] {
  return [
    "## Levels",
    "What a violation is in each ring, by preset.",
    table(
      ["Preset", ...ringNames],
      presetNames.map((preset) => {
        const byRing = levelTable(rule, { preset });
        return [code(preset), ...ringNames.map((ring) => byRing[ring])];
      }),
    ),
  ];
}

function configuration(rule: Rule): string[] {
  const settings = Object.entries(rule.config);
  const [first] = settings;
  const own = { enforcementLevel: "advisory", ...(first && { [first[0]]: first[1].default }) };
  return [
    "## Configuration",
    ...(settings.length === 0
      ? ["The rule has no settings of its own. Its level can be changed in the pack's configuration file:"]
      : [
          table(
            ["Setting", "Default", "What it is"],
            settings.map(([name, schema]) => [code(name), code(JSON.stringify(schema.default)), schema.description]),
          ),
          "In the pack's configuration file, with a level:",
        ]),
    fenced("json", JSON.stringify({ [rule.id]: own }, undefined, 2)),
  ];
}

function references(rule: Rule): string[] {
  const controls = (rule.frameworks ?? []).map(
    ({ framework, version, control, source }) => `- ${framework} ${version}, ${control} (mapping: ${source})`,
  );
  const lines = [...coveredRows(rule), ...controls];
  return lines.length === 0 ? [] : ["## References", lines.join("\n")];
}
