import type { Section } from "../tile";

/** The ring's resources are those with its tags, wherever in the subscription they are. */
const ringResources = `resources
| where tostring(tags["service"]) =~ "{service}" and tostring(tags["environment"]) =~ "{environment}"`;

export const overviewSection: Section = {
  title: "The ring",
  tiles: [
    {
      source: "resource-graph",
      id: "ring-resources",
      title: "What it is made of",
      asks: "Which resources does the ring have, and where?",
      visualization: "table",
      query: `${ringResources}
| summarize Resources = count() by Type = type, Region = location
| order by Type asc`,
    },
    {
      source: "resource-graph",
      id: "resources-unhealthy",
      title: "Unhealthy, says Azure",
      asks: "Which resources does Resource Health call unavailable or degraded?",
      visualization: "table",
      query: `alertsmanagementresources
| where type =~ "microsoft.alertsmanagement/alerts"
| extend Essentials = properties.essentials
| where tostring(Essentials.monitorService) == "Resource Health" and tostring(Essentials.monitorCondition) == "Fired"
| extend Resource = tostring(Essentials.targetResource)
| where Resource startswith "{resourceGroupId}/"
| project Resource, Since = todatetime(Essentials.startDateTime), Severity = tostring(Essentials.severity)
| order by Since desc`,
    },
  ],
};
