import type { DatastoreArgs, WorkspaceArgs } from "@pulumi/azure-native/machinelearningservices";
import * as mlWorkspace from "@ringfence/policies/rules/ml-workspace";
import { judge, unknown } from "@ringfence/policies/testing";
import { prove } from "../prove";

const WORKSPACE = "machinelearningservices:Workspace";
/** Bags that azure-native's own types accept. */
const typed = (given: Omit<WorkspaceArgs, "resourceGroupName">) => given as Record<string, unknown>;
const datastore = (given: Pick<DatastoreArgs, "properties">) => ({ ...given });

prove({
  rule: mlWorkspace.publicAccess,
  type: WORKSPACE,
  good: [
    { props: typed({ publicNetworkAccess: "Disabled" }) },
    { props: typed({ publicNetworkAccess: "Disabled", allowPublicAccessWhenBehindVnet: false }) },
  ],
  bad: [
    { props: typed({ publicNetworkAccess: "Enabled" }), at: ["publicNetworkAccess"] },
    { props: typed({ allowPublicAccessWhenBehindVnet: false }), at: ["publicNetworkAccess"] },
    {
      props: typed({ publicNetworkAccess: "Disabled", allowPublicAccessWhenBehindVnet: true }),
      at: ["allowPublicAccessWhenBehindVnet"],
    },
    {
      props: { publicNetworkAccess: unknown, allowPublicAccessWhenBehindVnet: true },
      at: ["allowPublicAccessWhenBehindVnet"],
    },
  ],
  empty: "fail",
  unknown: [
    { props: { publicNetworkAccess: unknown }, at: "publicNetworkAccess" },
    {
      props: { publicNetworkAccess: "Disabled", allowPublicAccessWhenBehindVnet: unknown },
      at: "allowPublicAccessWhenBehindVnet",
    },
  ],
});

prove({
  rule: mlWorkspace.behindNetwork,
  type: WORKSPACE,
  good: [{ props: typed({ allowPublicAccessWhenBehindVnet: false }) }],
  bad: [
    { props: typed({ allowPublicAccessWhenBehindVnet: true }), at: ["allowPublicAccessWhenBehindVnet"] },
    { props: typed({ publicNetworkAccess: "Disabled" }), at: ["allowPublicAccessWhenBehindVnet"] },
  ],
  empty: "fail",
  unknown: [{ props: { allowPublicAccessWhenBehindVnet: unknown }, at: "allowPublicAccessWhenBehindVnet" }],
});

const IDENTITY = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/ml";
const acts = (type: unknown, primary: unknown = IDENTITY) => ({
  identity: { type },
  primaryUserAssignedIdentity: primary,
});

prove({
  rule: mlWorkspace.userIdentity,
  type: WORKSPACE,
  good: [
    { props: acts("SystemAssigned,UserAssigned") },
    { props: acts("SystemAssigned, UserAssigned") },
    { props: acts("userassigned") },
    {
      props: typed({
        identity: { type: "UserAssigned", userAssignedIdentities: [IDENTITY] },
        primaryUserAssignedIdentity: IDENTITY,
      }),
    },
  ],
  bad: [
    { props: typed({ identity: { type: "SystemAssigned" } }), at: ["identity.type", "primaryUserAssignedIdentity"] },
    { props: acts("None"), at: ["identity.type"] },
    { props: acts("NotUserAssigned"), at: ["identity.type"] },
    { props: acts("UserAssigned", ""), at: ["primaryUserAssignedIdentity"] },
    { props: acts("SystemAssigned", unknown), at: ["identity.type"] },
  ],
  empty: "fail",
  unknown: [
    { props: acts("UserAssigned", unknown), at: "primaryUserAssignedIdentity" },
    { props: acts(unknown), at: "identity.type" },
    { props: { identity: unknown, primaryUserAssignedIdentity: IDENTITY }, at: "identity" },
  ],
});

const MODE = "managedNetwork.isolationMode";

prove({
  rule: mlWorkspace.isolationMode,
  type: WORKSPACE,
  good: [{ props: typed({ managedNetwork: { isolationMode: "AllowOnlyApprovedOutbound" } }) }],
  bad: [
    { props: typed({ managedNetwork: { isolationMode: "AllowInternetOutbound" } }), at: [MODE] },
    { props: typed({ managedNetwork: { isolationMode: "Disabled" } }), at: [MODE] },
    { props: { managedNetwork: {} }, at: [MODE] },
  ],
  empty: "fail",
  unknown: [
    { props: { managedNetwork: { isolationMode: unknown } }, at: MODE },
    { props: { managedNetwork: unknown }, at: "managedNetwork" },
  ],
});

test.each([
  ["AllowInternetOutbound", "pass"],
  ["AllowOnlyApprovedOutbound", "fail"],
])("where the organisation decided for AllowInternetOutbound, %s: %s", async (isolationMode, outcome) => {
  const verdicts = await judge(mlWorkspace.isolationMode, {
    resources: [{ type: `azure-native:${WORKSPACE}`, props: { managedNetwork: { isolationMode } } }],
    config: { isolationMode: "AllowInternetOutbound" },
  });
  expect(verdicts.map((verdict) => verdict.outcome)).toEqual([outcome]);
});

const OUTBOUND = "managedNetwork.outboundRules";
const outbound = (rules: unknown) => ({ managedNetwork: { outboundRules: rules } });

prove({
  rule: mlWorkspace.privateOutbound,
  type: WORKSPACE,
  good: [
    { props: outbound({ hosts: { type: "FQDN" }, claims: { type: "PrivateEndpoint" } }) },
    { props: outbound({ hosts: { type: unknown }, claims: { type: "privateendpoint" } }) },
    {
      props: typed({
        managedNetwork: {
          outboundRules: { claims: { type: "PrivateEndpoint", destination: { serviceResourceId: "/storage" } } },
        },
      }),
    },
  ],
  bad: [
    { props: typed({ managedNetwork: { outboundRules: { hosts: { type: "FQDN" } } } }), at: [OUTBOUND] },
    { props: outbound({}), at: [OUTBOUND] },
    { props: { managedNetwork: {} }, at: [OUTBOUND] },
  ],
  empty: "fail",
  unknown: [
    { props: outbound({ claims: { type: unknown } }), at: `${OUTBOUND}.claims.type` },
    { props: outbound({ hosts: { type: "FQDN" }, claims: unknown }), at: `${OUTBOUND}.claims` },
    { props: outbound(unknown), at: OUTBOUND },
  ],
});

prove({
  rule: mlWorkspace.customerManagedKey,
  type: WORKSPACE,
  good: [
    {
      props: typed({
        encryption: { status: "Enabled", keyVaultProperties: { keyIdentifier: "https://k", keyVaultArmId: "/v" } },
      }),
    },
  ],
  bad: [
    { props: { encryption: { status: "Disabled" } }, at: ["encryption.status"] },
    { props: { encryption: {} }, at: ["encryption.status"] },
    { props: typed({ hbiWorkspace: true }), at: ["encryption.status"] },
  ],
  empty: "fail",
  unknown: [{ props: { encryption: unknown }, at: "encryption" }],
});

const CREDENTIALS = "properties.credentials.credentialsType";
const credentials = (given: Record<string, unknown>) => ({ properties: { credentials: given } });

prove({
  rule: mlWorkspace.datastoreCredentials,
  type: "machinelearningservices:Datastore",
  good: [
    { props: credentials({ credentialsType: "none" }) },
    { props: datastore({ properties: { datastoreType: "AzureBlob", credentials: { credentialsType: "None" } } }) },
  ],
  bad: [
    {
      props: datastore({
        properties: { datastoreType: "AzureFile", accountName: "a", fileShareName: "s", credentials: accountKey() },
      }),
      at: [CREDENTIALS],
    },
    { props: credentials({ credentialsType: "Sas", secrets: { sasToken: "x" } }), at: [CREDENTIALS] },
    { props: credentials({ credentialsType: "ServicePrincipal" }), at: [CREDENTIALS] },
    { props: credentials({}), at: [CREDENTIALS] },
  ],
  empty: "fail",
  unknown: [
    { props: credentials({ credentialsType: unknown }), at: CREDENTIALS },
    { props: { properties: { credentials: unknown } }, at: "properties.credentials" },
  ],
});

function accountKey() {
  return { credentialsType: "AccountKey" as const, secrets: { secretsType: "AccountKey" as const, key: "x" } };
}
