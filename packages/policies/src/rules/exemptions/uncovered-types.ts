import { fails, grouped, holds, type Rule, type WholeStackRule, wholeStackRule } from "../../rule";

/** A rule that applies to more types than this is about all resources: their tags, their region, their API version. */
const ABOUT_EVERYTHING = 100;

/** Makes the rule that lists the types of a stack that none of these rules judges by itself. */
export function uncoveredTypes(rules: readonly Rule[]): WholeStackRule {
  const covered = new Set(
    rules.filter(({ appliesTo }) => appliesTo.length <= ABOUT_EVERYTHING).flatMap(({ appliesTo }) => appliesTo),
  );
  return wholeStackRule({
    id: "azure-types-not-covered",
    title: "Every Azure type in the stack has a rule of its own",
    covers: [],
    requirements: [],
    severity: "low",
    inventory: true,
    config: {
      allowedTypes: {
        type: "array",
        items: { type: "string" },
        default: ["resources:ResourceGroup"],
        description: "Types that need no rule of their own, as module:Name",
      },
    },
    stackHolds: ({ stack, config }) => {
      const byType = grouped(stack.resources, ({ azure }) => azure?.type);
      const uncovered = [...byType].flatMap(([type, { length }]) =>
        type === undefined || covered.has(type) || config.allowedTypes.includes(type) ? [] : [`${type} (${length})`],
      );
      return uncovered.length === 0
        ? holds
        : fails("", `judged by tags, region and API alone: ${uncovered.sort().join(", ")}`);
    },
    fix: "Read what these resources open; write a rule for what must not be, and name the types that need none in allowedTypes.",
    why: "A pack that says nothing of a resource is easily read as one that found nothing wrong with it. Found when everything exists.",
  });
}
