import { allOf, anyOf, fails, holds, type Judgement, type Resource, unknown, type Value } from "../../rule";

/** One check that a content filter must make. */
export interface Check {
  /** Azure's name: `Indirect Attack`. */
  name: string;
  source: "Prompt" | "Completion";
  /** The severities from which it may block; any if left out. */
  severities?: readonly string[];
}

/** Against users who talk the model out of its instructions, and against documents that do. */
const shields: readonly Check[] = [
  { name: "Jailbreak", source: "Prompt" },
  { name: "Indirect Attack", source: "Prompt" },
];

/** Whether a content filter has both prompt shields, enabled and blocking. */
export function promptShields(filter: Resource): Judgement {
  return makesChecks(filter, shields);
}

/**
 * Whether a content filter says of each of these checks that it is enabled and blocks. What it would inherit from its
 * basePolicyName does not count, because that is Microsoft's to change.
 */
export function makesChecks(filter: Resource, checks: readonly Check[]): Judgement {
  const list = filter.at("properties.contentFilters");
  return list.judge((given) => {
    if (given === undefined) return fails(list.path, `missing; must have ${checks.map(named).join(", ")}`);
    const items = list.items();
    const open = items.flatMap((item) =>
      [item.at("name"), item.at("source")].filter(({ isUnknown }) => isUnknown).map(({ path }) => path),
    );
    const missing: string[] = [];
    const judgements = checks.flatMap((check) => {
      const own = items.filter((item) => isOf(item, check));
      if (own.length === 0) missing.push(named(check));
      return own.map((item) => acts(item, check));
    });
    if (missing.length === 0) return allOf(...judgements);
    if (open.length > 0) return allOf(...judgements, unknown(...open));
    return allOf(...judgements, fails(list.path, `must have ${missing.join(", ")}`));
  });
}

function named({ name, source }: Check): string {
  return `${name} on ${source}`;
}

function isOf(item: Value, { name, source }: Check): boolean {
  return plain(item.at("name").text) === plain(name) && plain(item.at("source").text) === plain(source);
}

/** A name without the spaces, hyphens and capitals in which programs differ: `Selfharm`, `SelfHarm`. */
function plain(text: string | undefined): string | undefined {
  return text?.toLowerCase().replace(/[\s_-]/g, "");
}

function acts(item: Value, { severities }: Check): Judgement {
  const blocking = item.at("blocking");
  return allOf(
    item.at("enabled").is(true),
    blocking.isAbsent ? anyOf(blocking.is(true), item.at("action").is("BLOCKING")) : blocking.is(true),
    severities === undefined ? holds : item.at("severityThreshold").isOneOf(severities),
  );
}
