import { REVIEW_WORKING_DAYS, reviewSections } from "@ringfence/core/incident-reviews";
import {
  defaultIncidentRules,
  IncidentState,
  LONGEST_MEMORY_DAYS,
  REVIEW_MEMORY_DAYS,
} from "@ringfence/core/incidents";
import { RouteKind } from "@ringfence/core/on-call";
import { type Severity, severities, severityNames } from "@ringfence/core/severities";
import { duration } from "./duration.mts";
import { code, document, table, yesNo } from "./markdown.mts";
import type { Page } from "./page.mts";

const { groupWaitSeconds, groupIntervalSeconds, repeatIntervalSeconds, reopenWithinMinutes, flapping } =
  defaultIncidentRules;

const minutes = (seconds: number) => (seconds % 60 === 0 ? duration(seconds / 60) : `${seconds} seconds`);

const states: Record<IncidentState, [string, string]> = {
  [IncidentState.Open]: ["Nobody has taken it", "an alert fires; a worse one fires; it comes back"],
  [IncidentState.Acknowledged]: [
    "Somebody has taken it",
    "the alert's user response in Azure is Acknowledged, or `route-incidents --mark acknowledged`",
  ],
  [IncidentState.Mitigated]: [
    "Users are no longer affected; the cause is still there. A new alert undoes it",
    "`route-incidents --mark mitigated`",
  ],
  [IncidentState.Resolved]: [
    "It is over",
    "all its alerts are gone; the user response is Closed; `route-incidents --mark resolved`",
  ],
};

const routes: Record<RouteKind, [string, string]> = {
  [RouteKind.Teams]: ["A Teams workflow: a message with an adaptive card", "the workflow's address"],
  [RouteKind.Slack]: ["A Slack incoming webhook: blocks", "the webhook's address"],
  [RouteKind.PagerDuty]: [
    "PagerDuty's Events API v2; the incident's id is the `dedup_key`",
    "the integration's routing key",
  ],
  [RouteKind.Opsgenie]: ["Opsgenie's Alert API; the incident's id is the `alias`", "the API key"],
  [RouteKind.CommonAlertSchema]: [
    "Anything that takes Azure's common alert schema in; `alertId` is the incident's id",
    "the webhook's address",
  ],
};

/** When each level of a severity is told, counted from the alert. */
function ladder(name: Severity): string {
  const { escalatesTo, timeToAcknowledgeMinutes } = severities[name];
  const steps = escalatesTo.map((who, index) => `${duration((index + 1) * timeToAcknowledgeMinutes)}: ${who}`);
  return steps.join("; ") || "nobody";
}

export function incidentsPage(): Page {
  return {
    path: "docs/incidents.md",
    text: document(
      "Incidents",
      "packages/core/src/incidents, severities and incident-reviews",
      `How an alert becomes an incident, who hears of it when, and what is written down afterwards (OE-R10).
[IncidentRouting](../packages/azure/README.md#incidentrouting) deploys it.`,
      "## Who tells whom",
      `**The first notice of an alert comes from Azure**, by the action group of its severity, to the ring's receivers
(\`onCall\`): at once, and whether any job of ours runs or not. **What comes after needs the job** \`route-incidents\`, which
looks at the alerts every minute: reminders, escalation, routes in the forms below, work items, what business hours held
back. When it has been silent for fifteen minutes, the alert \`incident-router-silent\` says so, through Azure's action
groups again. Azure's own incidents, advisories and maintenance are about the subscription, which the router has no right
to read: they are told by the action groups and not escalated. E-mail is Azure's alone; the alert \`incident-not-taken\` reaches mail receivers when nobody takes an
incident.`,
      "## Severities",
      table(
        [
          "",
          "Taken within",
          "Mitigated within",
          "If not taken, after",
          "If not mitigated",
          "Waits for business hours",
          "Review",
        ],
        severityNames.map((name) => {
          const level = severities[name];
          return [
            name,
            duration(level.timeToAcknowledgeMinutes),
            duration(level.timeToMitigateMinutes),
            ladder(name),
            level.escalatesTo.at(-1) ?? "nobody",
            level.pages ? "never" : name === "Sev2" ? "if stated" : "by default",
            yesNo(level.needsReview),
          ];
        }),
      ),
      `Both clocks run from the alert, or from the end of a quiet time in which it fired. Each level is told once. A worse
alert raises the severity, asks for the incident to be taken anew and brings its own deadlines; the severity is never
lowered while the incident lasts. Exactly at its deadline is in time.`,
      "## States",
      table(
        ["State", "What it means", "Comes about by"],
        Object.values(IncidentState).map((state) => [state, ...states[state]]),
      ),
      "## One incident, not ten",
      `- Alerts of one rule about one resource are one incident, whatever their dimensions. The end of an alert is joined to
  its beginning by Azure's \`alertId\`.
- The first notice waits ${minutes(groupWaitSeconds)}, so that alerts of one cause come in one; what is new is told after
  ${minutes(groupIntervalSeconds)}; what nobody has taken is told again after ${minutes(repeatIntervalSeconds)}. These are
  Alertmanager's rules and defaults.
- An alert within ${duration(reopenWithinMinutes)} after the end of the last one reopens the incident, with new clocks; a
  later one opens another.
- ${flapping.firings} alerts within ${duration(flapping.withinMinutes)} are flapping: told once, and resolved only after
  ${duration(flapping.quietMinutes)} of quiet.
- Messages may be lost, doubled, late or out of order. An alert between two incidents shows that they were one, and they
  are joined. A look at Azure's list makes up for anything that was missed.
- An incident is remembered for ${LONGEST_MEMORY_DAYS} days after its end, one that needs a review for ${REVIEW_MEMORY_DAYS}.`,
      "## Routes",
      table(
        ["Kind", "What it gets", "What the vault's secret holds"],
        Object.values(RouteKind).map((kind) => [code(kind), ...routes[kind]]),
      ),
      `Addresses and keys are secrets of the ring's key vault, read at every look, never logged. A route that fails is tried
again every minute for a day; the run ends with exit code 1, which is the alert \`job-failed\`. After a crash a message may
come twice, under the same key: PagerDuty and Opsgenie take it once, a chat shows it twice.`,
      "## Work items",
      `One a fingerprint, at GitHub Issues or Azure Boards: opened when the incident is first told of, closed when it is over,
opened again rather than made again. It is told by the label or tag \`ringfence-<fingerprint>\`; of two, the older one
stays.`,
      "## Quiet times",
      `Business hours and maintenance windows are alert processing rules of Azure, which take the action groups off and hold
nothing back. The router keeps the same times, tells of what still lasts when they are over, and starts the clocks
then. Days off are the router's alone: Azure's schedules know none, so that its receivers hear of Sev3 on a holiday.
Alerts on the activity log, which Azure gives Sev4 whatever they are about, are told at any hour; the router takes their
severity from the catalogue. They never end by themselves: look, and close the alert.`,
      "## Reviews",
      `Incidents of ${severityNames.filter((name) => severities[name].needsReview).join(", ")} are reviewed within
${REVIEW_WORKING_DAYS} working days: until the end of the fifth working day after the day on which they ended. A review is a
file of the service's repository:

\`\`\`sh
npx ringfence reviews new <incident> --title "Callers were turned away" --severity Sev1 \\
  --resolved 2026-11-21T05:00:00Z --owner ada@contoso.example
npx ringfence reviews check --time-zone Europe/Stockholm --holiday 2026-12-24
\`\`\`

Its front matter holds the times, who leads it, and the actions, each with \`what\`, \`owner\`, \`due\`, and \`done\` once it is.
Its sections are ${reviewSections.join(", ")}. \`check\` reports drafts and actions that are late, for a pipeline. That an
incident has no review at all, the router reports by the alert \`incident-review-overdue\`; \`heldReviews("reviews")\` in the
Pulumi program tells it which were held.`,
      "## Measured",
      table(
        ["Metric", "What it says", "Dimensions"],
        [
          ["ringfence.incident.open", "incidents that are not resolved; at every look, zero included", "severity"],
          [
            "ringfence.incident.acknowledge.overdue",
            "1 for each that pages somebody and is not taken in time",
            "incident, severity",
          ],
          [
            "ringfence.incident.mitigate.overdue",
            "1 for each that pages somebody and is not mitigated in time",
            "incident, severity",
          ],
          ["ringfence.incident.review.overdue", "1 for each whose review is late", "incident, severity"],
          ["ringfence.incident.time_to_acknowledge", "seconds, once, when it is resolved", "incident, severity"],
          ["ringfence.incident.time_to_mitigate", "seconds, once, when it is resolved", "incident, severity"],
          ["ringfence.incident.time_to_resolve", "seconds, once, when it is resolved", "incident, severity"],
          [
            "ringfence.incident.breaches",
            "promises that were not kept, counted when it is resolved",
            "incident, severity, deadline",
          ],
        ].map(([name = "", ...rest]) => [code(name), ...rest]),
      ),
      "They are in `AppMetrics` of the ring's workspace; `incident opened` and `incident resolved`, with every time, in `AppTraces`.",
    ),
  };
}
