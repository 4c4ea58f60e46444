import { resourceRule } from "../../rule";

export const applicationInsights = resourceRule({
  id: "ml-online-deployment-insights",
  title: "Online deployments send their traces to Application Insights",
  covers: ["APRL-47176883-endpoint-app-insights"],
  requirements: ["OE-R9"],
  severity: "medium",
  appliesTo: "machinelearningservices:OnlineDeployment",
  holds: (deployment) => deployment.at("properties.appInsightsEnabled").is(true),
  fix: "Set properties.appInsightsEnabled to true.",
  why: "Without traces a slow or failing model looks like a slow or failing client, and nobody can say which call it was.",
});
