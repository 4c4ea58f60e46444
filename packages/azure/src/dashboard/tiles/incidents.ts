import type { Section } from "../tile";

/** What the incident router says of each incident at each look. */
const incidents = `AppMetrics
| where Name startswith "ringfence.incident."
| extend Incident = tostring(Properties["incident"]), Severity = tostring(Properties["severity"])`;

export const incidentsSection: Section = {
  title: "Incidents",
  tiles: [
    {
      source: "logs",
      id: "incidents-open",
      title: "Open incidents",
      asks: "How many incidents are open, by severity?",
      visualization: "timechart",
      chart: { value: "Open", type: "real", splitBy: "Severity" },
      query: `${incidents}
| where Name == "ringfence.incident.open"
| summarize Open = max(Max) by bin(TimeGenerated, 5m), Severity
| order by TimeGenerated asc`,
    },
    {
      source: "logs",
      id: "incidents-overdue",
      title: "Owed: not taken, mitigated or reviewed in time",
      asks: "Which incidents wait for somebody, and for what?",
      visualization: "table",
      query: `${incidents}
| where Name in ("ringfence.incident.acknowledge.overdue", "ringfence.incident.mitigate.overdue", "ringfence.incident.review.overdue")
| summarize arg_max(TimeGenerated, Max) by Incident, Severity, Owed = tostring(split(Name, ".")[2])
| where Max > 0
| project Severity, Incident, Owed, Seen = TimeGenerated
| order by Severity asc, Seen desc`,
    },
  ],
};
