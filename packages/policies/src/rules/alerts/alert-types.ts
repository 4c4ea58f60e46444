import type { Resource, Value } from "../../rule";

/** How a type of alert rule says whom it tells and what it sends along. */
interface AlertType {
  /** The top-level property that names the action groups. */
  groupsIn: string;
  /** The ids of the action groups. */
  groupIds(alert: Resource): Value[];
  /** The texts that go to receivers with an alert, as maps by name. */
  sentAlong(alert: Resource): Value[];
}

const metricAlert: AlertType = {
  groupsIn: "actions",
  groupIds: (alert) => each(alert, "actions", "actionGroupId"),
  sentAlong: (alert) => each(alert, "actions", "webHookProperties"),
};

/** Azure Monitor's types of alert rules that are resources of their own, by `module:Name`. */
const byType: Readonly<Record<string, AlertType>> = {
  "monitor:MetricAlert": metricAlert,
  "monitor:ScheduledQueryRule": {
    groupsIn: "actions",
    groupIds: (alert) => alert.at("actions.actionGroups").items(),
    sentAlong: (alert) => [alert.at("actions.customProperties")],
  },
  "monitor:ActivityLogAlert": {
    groupsIn: "actions",
    groupIds: (alert) => each(alert, "actions.actionGroups", "actionGroupId"),
    sentAlong: (alert) => each(alert, "actions.actionGroups", "webhookProperties"),
  },
  "alertsmanagement:SmartDetectorAlertRule": {
    groupsIn: "actionGroups",
    groupIds: (alert) => alert.at("actionGroups.groupIds").items(),
    sentAlong: () => [],
  },
};

/** The types. */
export const alertTypes: readonly string[] = Object.keys(byType);

/** How this alert rule does it. */
export function alertType(alert: Resource): AlertType {
  return byType[alert.azure?.type ?? ""] ?? metricAlert;
}

function each(alert: Resource, list: string, property: string): Value[] {
  return alert
    .at(list)
    .items()
    .map((item) => item.at(property));
}
