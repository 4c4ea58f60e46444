import { startPack } from "@ringfence/policies/pack";
import * as aiAccount from "@ringfence/policies/rules/ai-account";
import * as containerApps from "@ringfence/policies/rules/container-apps";
import * as data from "@ringfence/policies/rules/data";
import * as gateway from "@ringfence/policies/rules/gateway";
import * as keyVault from "@ringfence/policies/rules/key-vault";
import * as mlCompute from "@ringfence/policies/rules/ml-compute";
import * as mlEndpoint from "@ringfence/policies/rules/ml-endpoint";
import * as mlWorkspace from "@ringfence/policies/rules/ml-workspace";
import * as search from "@ringfence/policies/rules/search";

startPack({
  name: "ringfence-network",
  displayName: "Ringfence: network",
  description:
    "Nothing is reached from the internet that need not be, nothing reaches out that need not, and what travels is encrypted.",
  rules: [
    aiAccount.networkRestriction,
    aiAccount.networkRules,
    aiAccount.openAiOutbound,
    aiAccount.outboundRestriction,
    aiAccount.privateEndpoint,
    aiAccount.publicAccess,
    containerApps.insecureIngress,
    containerApps.internalEnvironment,
    containerApps.virtualNetwork,
    data.blobPublicAccess,
    data.cosmosPublicAccess,
    data.registryPublicAccess,
    data.storageFirewall,
    data.storageTls,
    gateway.encryptedProtocols,
    keyVault.firewall,
    keyVault.privateEndpoint,
    keyVault.publicAccess,
    mlCompute.publicIp,
    mlCompute.remoteLogin,
    mlCompute.virtualNetwork,
    mlEndpoint.publicAccess,
    mlWorkspace.behindNetwork,
    mlWorkspace.isolationMode,
    mlWorkspace.privateOutbound,
    mlWorkspace.publicAccess,
    search.ipRules,
    search.privateEndpoint,
    search.publicAccess,
  ],
});
