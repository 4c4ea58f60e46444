import { startPack } from "@ringfence/policies/pack";
import * as aiAccount from "@ringfence/policies/rules/ai-account";
import * as contentFilter from "@ringfence/policies/rules/content-filter";
import * as defender from "@ringfence/policies/rules/defender";
import * as modelDeployment from "@ringfence/policies/rules/model-deployment";
import * as promotion from "@ringfence/policies/rules/promotion";

startPack({
  name: "ringfence-ai-safety",
  displayName: "Ringfence: AI safety",
  description:
    "Every model answers through a content filter that is attached, resolves and is strong enough; models are approved, pinned, alive, and promoted with evidence.",
  rules: [
    ...Object.values(contentFilter),
    modelDeployment.allowedModels,
    modelDeployment.allowedPublishers,
    modelDeployment.contentFilter,
    modelDeployment.contentFilterResolves,
    modelDeployment.contentFilterStrength,
    modelDeployment.pinnedVersion,
    modelDeployment.retirement,
    aiAccount.abuseMonitoring,
    ...Object.values(defender),
    ...Object.values(promotion),
  ],
});
