import type * as pulumi from "@pulumi/pulumi";

type Inputs = Record<string, unknown>;

/** The input that holds each type's own name in Azure ends in `Name`; its parents' names do too, so the own is listed. */
const ownName: Record<string, string> = {
  "azure-native:resources:ResourceGroup": "resourceGroupName",
  "azure-native:operationalinsights:Workspace": "workspaceName",
  "azure-native:applicationinsights:Component": "resourceName",
  "azure-native:applicationinsights:Workbook": "resourceName",
  "azure-native:keyvault:Vault": "vaultName",
  "azure-native:keyvault:Secret": "secretName",
  "azure-native:keyvault:Key": "keyName",
  "azure-native:managedidentity:UserAssignedIdentity": "resourceName",
  "azure-native:monitor:ActionGroup": "actionGroupName",
  "azure-native:network:VirtualNetwork": "virtualNetworkName",
  "azure-native:network:Subnet": "subnetName",
  "azure-native:network:NetworkSecurityGroup": "networkSecurityGroupName",
  "azure-native:network:PrivateEndpoint": "privateEndpointName",
  "azure-native:privatedns:PrivateZone": "privateZoneName",
  "azure-native:cognitiveservices:Account": "accountName",
  "azure-native:cognitiveservices:Project": "projectName",
  "azure-native:cognitiveservices:Deployment": "deploymentName",
  "azure-native:cognitiveservices:RaiPolicy": "raiPolicyName",
  "azure-native:machinelearningservices:Workspace": "workspaceName",
  "azure-native:machinelearningservices:Compute": "computeName",
  "azure-native:storage:StorageAccount": "accountName",
  "azure-native:storage:Queue": "queueName",
  "azure-native:containerregistry:Registry": "registryName",
  "azure-native:app:ManagedEnvironment": "environmentName",
  "azure-native:app:Job": "jobName",
  "azure-native:eventgrid:SystemTopic": "systemTopicName",
};

/** Who deploys, by the answer to azure-native's `getClientConfig`. */
export const clientConfig = {
  clientId: "44444444-4444-4444-8444-444444444444",
  objectId: "55555555-5555-4555-8555-555555555555",
  subscriptionId: "00000000-0000-4000-8000-000000000000",
  tenantId: "33333333-3333-4333-8333-333333333333",
};

/** What Azure makes up, by type. Ids are derived from names, so that a test can tell whose id it sees. */
const serverMade: Record<string, (name: string, inputs: Inputs) => Record<string, unknown>> = {
  "azure-native:managedidentity:UserAssignedIdentity": (name) => ({
    principalId: `${name}-principal`,
    clientId: `${name}-client`,
    tenantId: clientConfig.tenantId,
  }),
  "azure-native:keyvault:Vault": (name, inputs) => ({
    properties: { ...(inputs.properties as object), vaultUri: `https://${name}.vault.azure.net/` },
  }),
  "azure-native:applicationinsights:Component": (name) => ({ connectionString: `InstrumentationKey=${name}-key` }),
  "azure-native:operationalinsights:Workspace": (name) => ({ customerId: `${name}-customer` }),
};

/** Plays Azure for calls that are about no resource. */
export function azureAnswers({ token }: pulumi.runtime.MockCallArgs): Record<string, unknown> {
  if (token === "azure-native:authorization:getClientConfig") return clientConfig;
  throw new Error(`unexpected call of ${token}`);
}

/** Types whose identity is made by Azure when one is asked for. */
function identityOf(name: string, inputs: Inputs): Record<string, unknown> {
  const identity = inputs.identity as { type?: string } | undefined;
  return identity?.type?.includes("SystemAssigned")
    ? { identity: { ...identity, principalId: `${name}-principal`, tenantId: "tenant" } }
    : {};
}

/** Plays Azure for Pulumi's mocks: the outputs of a resource beyond its inputs. */
export function azureOutputs({ type, name, inputs }: pulumi.runtime.MockResourceArgs): Record<string, unknown> {
  const given = inputs[ownName[type] ?? "name"];
  const azureName = typeof given === "string" ? given : name;
  return { name: azureName, ...identityOf(azureName, inputs), ...serverMade[type]?.(azureName, inputs) };
}
