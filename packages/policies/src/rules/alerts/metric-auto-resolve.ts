import { resourceRule } from "../../rule";

export const metricAutoResolve = resourceRule({
  id: "metric-alert-auto-resolve",
  title: "Metric alerts resolve by themselves when the condition is over",
  covers: ["Azure.Alert.MetricAutoMitigate"],
  requirements: ["OE-R10"],
  severity: "low",
  appliesTo: "monitor:MetricAlert",
  holds: (alert) => alert.at("autoMitigate").is(true),
  fix: "Set autoMitigate to true.",
  why: "Alerts that people must close by hand pile up, and a new one drowns among them.",
});
