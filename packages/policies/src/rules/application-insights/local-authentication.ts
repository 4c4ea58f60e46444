import { resourceRule } from "../../rule";

export const localAuthentication = resourceRule({
  id: "application-insights-no-keys",
  title: "Application Insights takes telemetry from Entra identities only",
  covers: ["Azure.AppInsights.LocalAuth"],
  requirements: ["OE-R8", "OE-R9"],
  severity: "high",
  appliesTo: "applicationinsights:Component",
  holds: (component) => component.at("disableLocalAuth").is(true),
  fix: "Set disableLocalAuth to true, and give what writes the role Monitoring Metrics Publisher.",
  why: "The key is in every client; with it anybody can write false telemetry, and bills, into the service's history.",
});
