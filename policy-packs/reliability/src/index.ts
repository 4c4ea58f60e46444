import { startPack } from "@ringfence/policies/pack";
import * as aiAccount from "@ringfence/policies/rules/ai-account";
import * as applicationInsights from "@ringfence/policies/rules/application-insights";
import * as keyVault from "@ringfence/policies/rules/key-vault";
import * as mlCompute from "@ringfence/policies/rules/ml-compute";
import * as mlWorkspace from "@ringfence/policies/rules/ml-workspace";
import * as modelDeployment from "@ringfence/policies/rules/model-deployment";
import * as search from "@ringfence/policies/rules/search";

startPack({
  name: "ringfence-reliability",
  displayName: "Ringfence: reliability",
  description:
    "What serves users survives the loss of a replica, a region or a reservation, and can be got back when it is deleted.",
  rules: [
    aiAccount.multipleRegions,
    aiAccount.serviceLevel,
    applicationInsights.logReplication,
    keyVault.purgeProtection,
    keyVault.softDelete,
    mlCompute.instanceImage,
    mlCompute.retiringCompute,
    mlWorkspace.multipleRegions,
    modelDeployment.globalSku,
    modelDeployment.payAsYouGoTwin,
    modelDeployment.retirement,
    modelDeployment.spillover,
    modelDeployment.spilloverTarget,
    search.indexReplicas,
    search.multipleRegions,
    search.queryReplicas,
    search.sku,
  ],
});
