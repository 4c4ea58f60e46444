import { fails, holds, resourceRule } from "../../rule";
import { previewFix, wherePreviewsAreKeptOut } from "./isolation";

/**
 * Types that stand for a service or a part of one that Microsoft offers as a preview. Read on 2026-11-21; azure-native
 * 3.28.0 has no stable API version of any of them (health models: azure-docs tutorial-bicep.md 2026-07-27; the others:
 * their API versions alone). A type with preview APIs only may still be generally available, as diagnostic settings
 * are, so the list cannot be generated.
 */
const previewTypes = [
  "cloudhealth:AuthenticationSetting",
  "cloudhealth:DiscoveryRule",
  "cloudhealth:Entity",
  "cloudhealth:HealthModel",
  "cloudhealth:Relationship",
  "cloudhealth:SignalDefinition",
  "cognitiveservices:AgentApplication",
  "cognitiveservices:AgentDeployment",
  "cognitiveservices:RaiExternalSafetyProvider",
  "cognitiveservices:RaiToolLabel",
  "machinelearningservices:InferenceEndpoint",
  "machinelearningservices:InferenceGroup",
  "machinelearningservices:InferencePool",
  "monitor:HealthModel",
] as const;

export const previewService = resourceRule({
  id: "no-preview-services",
  title: "Services in preview are not used",
  covers: [],
  requirements: ["OE-R11"],
  severity: "high",
  aboutPreviews: true,
  appliesTo: "azure-native:*",
  config: {
    previewTypes: {
      type: "array",
      items: { type: "string" },
      default: previewTypes as readonly string[],
      description: "The resource types, as module:Name, of services that are in preview",
    },
  },
  holds: (resource, context) =>
    wherePreviewsAreKeptOut(resource, context, () =>
      context.config.previewTypes.includes(resource.azure?.type ?? "")
        ? fails("", "belongs to a service that is in preview")
        : holds,
    ),
  fix: `Do without the service until it is generally available, ${previewFix}`,
  why: "A service in preview has no service level agreement and may not be there next quarter.",
});
