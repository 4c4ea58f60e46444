import { type ExampleBag, type Examples, idOf, resource } from "./example";
import { armId, inGroup } from "./surroundings";

const component = (args: ExampleBag = {}) =>
  resource("applicationinsights:Component", "claims", { ...inGroup, kind: "web", applicationType: "web", ...args });

const workspace = (args: ExampleBag = {}) => resource("operationalinsights:Workspace", "logs", { ...inGroup, ...args });

export const applicationInsights: Examples = {
  "application-insights-no-keys": {
    bad: [component()],
    good: [component({ disableLocalAuth: true })],
  },
  "application-insights-workspace": {
    bad: [component()],
    good: [workspace(), component({ workspaceResourceId: idOf("logs") })],
  },
  "log-workspace-replication": {
    bad: [workspace()],
    good: [
      workspace({ features: { clusterResourceId: armId("Microsoft.OperationalInsights/clusters/logs-replicated") } }),
    ],
  },
};
