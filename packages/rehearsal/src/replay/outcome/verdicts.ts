import type { IncidentOutcome, ReplayVerdict, RuleOutcome } from "./replay-document";

/** False pages that a quiet month may have. */
const FALSE_PAGES_A_MONTH = 1;

/**
 * The two targets. They are for production: in other rings nobody is woken, on purpose, so there they do not apply.
 */
export function verdictsOf(
  incidents: readonly IncidentOutcome[],
  rules: readonly RuleOutcome[],
  ring: string | undefined,
): ReplayVerdict[] {
  const targets = [
    "Every incident is seen within its severity's time to acknowledge by an alert that is urgent enough",
    `At most ${FALSE_PAGES_A_MONTH} false page in a quiet month`,
  ] as const;
  if (ring !== undefined && ring !== "prod")
    return targets.map((target) => ({ target, found: `not judged: in ${ring} nobody is woken, on purpose` }));
  if (rules.length === 0)
    return targets.map((target) => ({ target, met: false, found: "there is no alert rule that could be replayed" }));
  const late = incidents.filter(({ state }) => state !== "in time");
  const pages = rules.filter((rule) => rule.pages).reduce((sum, rule) => sum + (rule.falseAlarmsPerMonth ?? 0), 0);
  return [
    incidents.length === 0
      ? { target: targets[0], found: "not judged: no incident of the library can happen to what the program has" }
      : { target: targets[0], met: late.length === 0, found: seenOf(incidents, late) },
    { target: targets[1], met: pages <= FALSE_PAGES_A_MONTH, found: `${pages.toFixed(1)} a month` },
  ];
}

function seenOf(incidents: readonly IncidentOutcome[], late: readonly IncidentOutcome[]): string {
  if (late.length === 0) return `all ${incidents.length} of ${incidents.length}`;
  const named = late.map(({ id, state }) => `${id} (${state})`).join(", ");
  return `${incidents.length - late.length} of ${incidents.length}; not ${named}`;
}
