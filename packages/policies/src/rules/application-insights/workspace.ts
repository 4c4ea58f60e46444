import { holds, stackRule } from "../../rule";

export const workspace = stackRule({
  id: "application-insights-workspace",
  title: "Application Insights keeps its data in a Log Analytics workspace",
  covers: ["Azure.AppInsights.Workspace"],
  requirements: ["OE-R9"],
  severity: "medium",
  appliesTo: "applicationinsights:Component",
  holds: (component, { stack }) => {
    const named = component.asked.at("workspaceResourceId").exists();
    const { to } = stack.linked(component, "workspaceResourceId", "operationalinsights:Workspace", []);
    return named.is === "unknown" && to !== undefined ? holds : named;
  },
  fix: "Set workspaceResourceId to the id of the ring's Log Analytics workspace.",
  why: "Traces that lie apart from the platform's logs cannot be queried with them; classic components are retired.",
});
