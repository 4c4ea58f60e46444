import { activityLogAlert } from "../activity";
import { PlatformScope } from "../alert-row";
import { logAlert } from "../log-alert";
import { canWait, inEveryRing, tellsTheTeam, wakesSomebody } from "./urgency";

const service = "Microsoft.App/jobs";

/** How many incidents the router said something of last; it says it of each at every look, and stops when it is over. */
const incidentsWith = (metric: string) => `AppMetrics
| where Name == "${metric}"
| summarize arg_max(TimeGenerated, Max) by Incident = tostring(Properties["incident"])
| summarize Count = countif(Max > 0)`;

/** First notifications come from Azure's action groups and go on; escalation does not. */
export const incidentRouterSilent = logAlert({
  id: "incident-router-silent",
  asks: "Does the incident router still look at the alerts?",
  service,
  query: `AppMetrics
| where Name == "ringfence.incident.open"
| summarize Looks = count()
| project MinutesSilent = iff(Looks == 0, 15.0, 0.0)`,
  measure: "MinutesSilent",
  aggregation: "Maximum",
  fires: {
    over: inEveryRing(14),
    because: "it looks every minute; fifteen without one is longer than a slow start and late telemetry explain",
  },
  unit: "minutes",
  window: "PT15M",
  every: "PT5M",
  severity: tellsTheTeam,
  noData: "fires",
  runbook: "job-not-run",
  requirements: ["OE-R10"],
  needsTraffic: false,
});

/** Also reaches people by mail, whom the router itself cannot write to. */
export const incidentNotTaken = logAlert({
  id: "incident-not-taken",
  asks: "Is there an incident that pages somebody, and nobody has taken it in time?",
  service,
  query: incidentsWith("ringfence.incident.acknowledge.overdue"),
  measure: "Count",
  aggregation: "Maximum",
  fires: { over: inEveryRing(0), because: "each severity's time to acknowledge; the row of the severity says it" },
  unit: "incidents",
  window: "PT10M",
  every: "PT5M",
  severity: wakesSomebody,
  noData: "quiet",
  runbook: "incident-not-taken",
  requirements: ["OE-R10"],
  needsTraffic: false,
});

export const incidentReviewOverdue = logAlert({
  id: "incident-review-overdue",
  asks: "Is there an incident of Sev0 to Sev2 that was not reviewed within five working days?",
  service,
  query: incidentsWith("ringfence.incident.review.overdue"),
  measure: "Count",
  aggregation: "Maximum",
  fires: { over: inEveryRing(0), because: "OE-R10: five working days after the incident's end" },
  unit: "incidents",
  window: "PT2H",
  every: "PT1H",
  severity: canWait,
  noData: "quiet",
  runbook: "review-overdue",
  requirements: ["OE-R10"],
  needsTraffic: false,
});

/** Microsoft's notices of vulnerabilities and attacks that touch the subscription. */
export const azureSecurityAdvisory = activityLogAlert({
  id: "azure-security-advisory",
  asks: "Does Azure warn of an attack or a vulnerability that touches the subscription?",
  service: PlatformScope.Subscription,
  category: "ServiceHealth",
  where: { "properties.incidentType": ["Security"] },
  because: "Azure writes to the subscription's owners alone, who are not the people on call",
  severity: tellsTheTeam,
  runbook: "region-outage",
  requirements: ["OE-R10"],
  noData: "quiet",
  needsTraffic: false,
});

export const azureMaintenancePlanned = activityLogAlert({
  id: "azure-maintenance-planned",
  asks: "Does Azure plan work on a service of the subscription?",
  service: PlatformScope.Subscription,
  category: "ServiceHealth",
  where: { "properties.incidentType": ["Maintenance"] },
  because: "announced days ahead, so that it can be put into a maintenance window; judgement",
  severity: canWait,
  runbook: "resource-unhealthy",
  requirements: ["OE-R10"],
  noData: "quiet",
  needsTraffic: false,
});
