import type { Section } from "../tile";

/** The alerts of a ring are those on resources of its group, its workspace among them. Azure keeps them for 30 days. */
const ringAlerts = `alertsmanagementresources
| where type =~ "microsoft.alertsmanagement/alerts"
| extend Essentials = properties.essentials
| extend Resource = tostring(Essentials.targetResource)
| where Resource startswith "{resourceGroupId}/"`;

export const alertsSection: Section = {
  title: "Alerts",
  tiles: [
    {
      source: "resource-graph",
      id: "alerts-firing",
      title: "Firing now",
      asks: "What is wrong at this moment, the most urgent first?",
      visualization: "table",
      wide: true,
      query: `${ringAlerts}
| where tostring(Essentials.monitorCondition) == "Fired"
| project Severity = tostring(Essentials.severity), Alert = name, Resource, State = tostring(Essentials.alertState), Started = todatetime(Essentials.startDateTime)
| order by Severity asc, Started desc`,
    },
    {
      source: "resource-graph",
      id: "alerts-of-the-month",
      title: "Fired in the last 30 days",
      asks: "Which alerts come back again and again?",
      visualization: "table",
      query: `${ringAlerts}
| summarize Times = count(), Last = max(todatetime(Essentials.startDateTime)) by Alert = name, Severity = tostring(Essentials.severity)
| order by Times desc`,
    },
    {
      source: "resource-graph",
      id: "alerts-switched-off",
      title: "Switched off",
      asks: "Which alerts would not fire, and why?",
      visualization: "table",
      query: `resources
| where type in~ ("microsoft.insights/metricalerts", "microsoft.insights/scheduledqueryrules", "microsoft.insights/activitylogalerts")
| where tostring(tags["service"]) =~ "{service}" and tostring(tags["environment"]) =~ "{environment}"
| where tobool(properties.enabled) == false
| project Alert = tostring(tags["alert"]), Rule = name, Because = tostring(tags["offBecause"])
| order by Alert asc`,
    },
  ],
};
