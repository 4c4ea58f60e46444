import { type Examples, resource } from "./example";
import { account, deployment, gpt, inGroup, logsOf } from "./surroundings";

const generic = (apiVersion: string) =>
  resource("resources:Resource", "claims", {
    ...inGroup,
    resourceProviderNamespace: "Microsoft.CognitiveServices",
    parentResourcePath: "",
    resourceType: "accounts",
    resourceName: "ai-claims-prod",
    apiVersion,
  });

export const preview: Examples = {
  "opaque-azure-resource": {
    bad: [generic("2025-06-01")],
    good: [account()],
  },
  "no-preview-api": {
    bad: [generic("2025-04-01-preview")],
    good: [account()],
  },
  "no-preview-feature-registrations": {
    bad: [
      resource("features:SubscriptionFeatureRegistration", "agents", {
        providerNamespace: "Microsoft.CognitiveServices",
        featureName: "HostedAgents",
      }),
    ],
    good: [account()],
  },
  "no-preview-models": {
    bad: [deployment("chat", { model: { format: "OpenAI", name: "gpt-4", version: "1106-Preview" } })],
    good: [deployment("chat", { model: gpt })],
  },
  "no-preview-services": {
    bad: [resource("cloudhealth:HealthModel", "claims", { ...inGroup, location: "swedencentral" })],
    good: [account(), logsOf("claims")],
  },
};
