import { startPack } from "@ringfence/policies/pack";
import * as aiAccount from "@ringfence/policies/rules/ai-account";
import * as mlEndpoint from "@ringfence/policies/rules/ml-endpoint";
import * as mlWorkspace from "@ringfence/policies/rules/ml-workspace";
import * as modelDeployment from "@ringfence/policies/rules/model-deployment";
import * as regions from "@ringfence/policies/rules/regions";
import * as search from "@ringfence/policies/rules/search";

startPack({
  name: "ringfence-data-residency",
  displayName: "Ringfence: data residency",
  description: "Data stays in the regions and under the keys that its sensitivity asks for.",
  rules: [
    aiAccount.customerManagedKey,
    aiAccount.kind,
    aiAccount.userOwnedStorage,
    mlEndpoint.allowedRegistries,
    mlWorkspace.customerManagedKey,
    modelDeployment.dataResidency,
    modelDeployment.processingRegion,
    ...Object.values(regions),
    search.customerManagedKey,
  ],
});
