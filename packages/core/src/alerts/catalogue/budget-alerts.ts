import { type RingName, ringNames, rings } from "../../rings";
import { type Severity, severities } from "../../severities";
import { type BudgetAlertRow, type PerRing, PlatformScope } from "../alert-row";

/**
 * The ring's budget. Azure compares it with the bill once a day, which is hours behind; its thresholds are the rings'
 * own rows, so that there is one place where they are decided.
 */
export const budgetBurn = {
  id: "budget-burn",
  kind: "budget",
  asks: "Is the month's budget spent, or will it be?",
  service: PlatformScope.Budget,
  thresholds: perRing((ring) => rings[ring].budgetThresholds),
  because: "the ring's row: early in prod, where nothing is ever stopped for its cost",
  severity: perRing((ring) => mostUrgent(rings[ring].budgetThresholds.map(({ severity }) => severity))),
  noData: "quiet",
  runbook: "budget-burn",
  requirements: ["OE-R13"],
  needsTraffic: false,
} as const satisfies BudgetAlertRow;

function perRing<T>(value: (ring: RingName) => T): PerRing<T> {
  return Object.fromEntries(ringNames.map((ring) => [ring, value(ring)])) as PerRing<T>;
}

function mostUrgent(all: readonly Severity[]): Severity {
  return all.reduce((most, each) => (severities[each].azureLevel < severities[most].azureLevel ? each : most), "Sev4");
}
