import { type Resource, references, type Value } from "../../rule";

/** The metric alerts that watch a resource. */
export const metricAlertsOf = references({
  type: "monitor:MetricAlert",
  property: "scopes",
  ids: (alert) => alert.at("scopes").items(),
});

/** What an alert compares: each of its criteria, whatever their kind. */
export function criteriaOf(alert: Resource): readonly Value[] {
  return alert.at("criteria.allOf").items();
}
