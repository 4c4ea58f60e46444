import { type ExampleBag, type Examples, resource } from "./example";
import { inGroup } from "./surroundings";

/** A content filter of an account. */
export const filter = (properties: ExampleBag, args: ExampleBag = {}) =>
  resource("cognitiveservices:RaiPolicy", "guarded", {
    ...inGroup,
    accountName: "ai-claims-prod",
    raiPolicyName: "guarded",
    properties: { basePolicyName: "Microsoft.DefaultV2", mode: "Blocking", ...properties },
    ...args,
  });

const check = (name: string, source: string, more: ExampleBag = {}) => ({
  name,
  source,
  enabled: true,
  blocking: true,
  ...more,
});

/** Both prompt shields. */
export const shields = [check("Jailbreak", "Prompt"), check("Indirect Attack", "Prompt")];

const harms = (severityThreshold: string) => ({
  contentFilters: ["Hate", "Sexual", "Violence", "Selfharm"].flatMap((name) =>
    ["Prompt", "Completion"].map((source) => check(name, source, { severityThreshold })),
  ),
});

const endpoint = (properties: ExampleBag) =>
  resource("machinelearningservices:ServerlessEndpoint", "summaries", {
    ...inGroup,
    workspaceName: "mlw-claims-prod",
    properties: {
      authMode: "AAD",
      modelSettings: { modelId: "azureml://registries/azureml/models/Phi-4" },
      ...properties,
    },
  });

export const contentFilter: Examples = {
  "content-filter-harm": {
    bad: [filter(harms("High"))],
    good: [filter(harms("Medium"))],
  },
  "content-filter-prompt-shields": {
    bad: [filter({ contentFilters: [check("Jailbreak", "Prompt")] })],
    good: [filter({ contentFilters: shields })],
  },
  "content-filter-protected-material": {
    bad: [filter({ contentFilters: [check("Protected Material Text", "Completion", { blocking: false })] })],
    good: [
      filter({
        contentFilters: [
          check("Protected Material Text", "Completion"),
          check("Protected Material Code", "Completion"),
        ],
      }),
    ],
  },
  "content-filter-mode": {
    bad: [filter({ mode: "Asynchronous_filter" })],
    good: [filter({ mode: "Blocking" })],
  },
  "serverless-endpoint-content-safety": {
    bad: [endpoint({})],
    good: [endpoint({ contentSafety: { contentSafetyStatus: "Enabled" } })],
  },
};
