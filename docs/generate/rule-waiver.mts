import { longestWaiverDays } from "@ringfence/core/waivers";
import { typeFilter } from "@ringfence/policies/azure-types";
import { EXAMPLES_JUDGED_AT, type Example, tokenOf } from "@ringfence/policies/examples";
import type { Rule } from "@ringfence/policies/rule";
import { fenced } from "./markdown.mts";

/** Days from the examples' moment for which the rows hold: within the limit of every severity. */
const DAYS = 28;

/** How a rule is waived: a row that waives the bad example. */
export function waiving(rule: Rule, example: Example): string[] {
  if (rule.waivable === false) return ["## Waiving", "Nobody may waive this rule."];
  const until = new Date(Date.parse(EXAMPLES_JUDGED_AT) + DAYS * 86_400_000).toISOString().slice(0, 10);
  return [
    "## Waiving",
    `A row of \`waivers.yaml\`, in the program's folder; it may run for ${longestWaiverDays[rule.severity]} days.`,
    fenced(
      "yaml",
      [
        "waivers:",
        `  - rule: ${rule.id}`,
        ...selector(rule, example),
        "    owner: claims-platform@contoso.example",
        "    reason: why the rule cannot be kept for now",
        "    ticket: CLAIMS-812",
        `    expires: ${until}`,
        ...(rule.aboutPreviews
          ? [
              "    riskAssessment: what can go wrong while the preview is in use",
              "    rollbackPath: how to get back to something that is supported",
            ]
          : []),
      ].join("\n"),
    ),
  ];
}

/** The first resource of the example that the rule applies to; a rule about the whole stack finds fault with the stack. */
function selector(rule: Rule, { bad }: Example): string[] {
  if (rule.appliesTo.length === 0) return ["    type: pulumi:pulumi:Stack", '    name: "*"'];
  const applies = typeFilter(rule.appliesTo);
  const judged = bad.find((resource) => applies(tokenOf(resource)));
  if (judged === undefined) throw new Error(`the bad example of ${rule.id} has nothing that the rule applies to`);
  return [`    type: ${judged.type}`, `    name: ${judged.name}`];
}
