import { startPack } from "@ringfence/policies/pack";
import * as aiAccount from "@ringfence/policies/rules/ai-account";
import * as applicationInsights from "@ringfence/policies/rules/application-insights";
import * as containerApps from "@ringfence/policies/rules/container-apps";
import * as data from "@ringfence/policies/rules/data";
import * as exemptions from "@ringfence/policies/rules/exemptions";
import * as gateway from "@ringfence/policies/rules/gateway";
import * as keyVault from "@ringfence/policies/rules/key-vault";
import * as leaks from "@ringfence/policies/rules/leaks";
import * as mlCompute from "@ringfence/policies/rules/ml-compute";
import * as mlEndpoint from "@ringfence/policies/rules/ml-endpoint";
import * as mlWorkspace from "@ringfence/policies/rules/ml-workspace";
import * as roles from "@ringfence/policies/rules/roles";
import * as search from "@ringfence/policies/rules/search";

startPack({
  name: "ringfence-identity",
  displayName: "Ringfence: identity",
  description:
    "Entra identities instead of keys, roles that allow no more than the work needs, and no secret in plain text.",
  rules: [
    aiAccount.connectionCredentials,
    aiAccount.localAuthentication,
    aiAccount.managedIdentity,
    applicationInsights.localAuthentication,
    containerApps.managedIdentity,
    data.appConfigurationLocalAuthentication,
    data.cosmosKeyAge,
    data.cosmosLocalAuthentication,
    data.redisLocalAuthentication,
    data.registryAdminUser,
    data.storageLocalAuthentication,
    ...Object.values(exemptions),
    gateway.backendCredentials,
    gateway.namedValueSecret,
    keyVault.accessPolicies,
    keyVault.roleBasedAccess,
    ...Object.values(leaks),
    mlCompute.localAuthentication,
    mlEndpoint.onlineAuthentication,
    mlEndpoint.serverlessAuthentication,
    mlWorkspace.datastoreCredentials,
    mlWorkspace.userIdentity,
    ...Object.values(roles),
    search.localAuthentication,
    search.managedIdentity,
  ],
});
