import type { Workload } from "@ringfence/rehearsal/replay";

/** An assistant with provisioned throughput, spillover, a search service, a vault and a rotation: all the incidents' needs. */
export const assistant: Workload = {
  timeZone: "Europe/Berlin",
  callsPerMinute: 120,
  deployments: [
    { name: "chat", kind: "chat", provisioned: true, spilloverTo: "chat-spillover" },
    { name: "chat-spillover", kind: "chat", provisioned: false },
    { name: "embeddings", kind: "embeddings", provisioned: false },
  ],
  resources: Object.fromEntries(
    [
      "Microsoft.Search/searchServices",
      "Microsoft.KeyVault/vaults",
      "Microsoft.App/jobs",
      "Microsoft.EventGrid/systemTopics",
      "Microsoft.OperationalInsights/workspaces",
      "Microsoft.Insights/components",
      "Microsoft.ApiManagement/service",
      "Microsoft.MachineLearningServices/workspaces/onlineEndpoints",
      "Microsoft.CognitiveServices/accounts/projects",
    ].map((type) => [type, [{ name: "main" }]]),
  ),
};
