import { type RingName, ringNames, rings } from "../../rings";
import { type Severity, severities } from "../../severities";
import { activityLogAlert } from "../activity";
import { type BudgetAlertRow, type PerRing, PlatformScope } from "../alert-row";
import { wakesSomebody } from "./urgency";

/** So that nobody looks for a mistake of their own meanwhile. */
export const serviceHealth = activityLogAlert({
  id: "service-health",
  asks: "Does Azure report an incident of its own that touches the subscription?",
  service: PlatformScope.Subscription,
  category: "ServiceHealth",
  where: { "properties.incidentType": ["Incident"] },
  because: "Azure's own outages explain what the other alerts only show; maintenance and advisories wake nobody",
  severity: wakesSomebody,
  runbook: "region-outage",
  requirements: ["OE-R10"],
  noData: "quiet",
  needsTraffic: false,
});

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
