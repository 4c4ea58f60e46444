const group = "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}";
const apim = `${group}/providers/Microsoft.ApiManagement/service/{serviceName}`;
const ml = `${group}/providers/Microsoft.MachineLearningServices/workspaces/{workspaceName}`;
const health = `${group}/providers/Microsoft.CloudHealth/healthmodels/{healthModelName}`;
const monitorHealth = `${group}/providers/Microsoft.Monitor/accounts/{azureMonitorWorkspaceName}/healthmodels/{healthModelName}`;
const storage = `${group}/providers/Microsoft.Storage/storageAccounts/{accountName}`;
const chaosTarget = `${group}/providers/{parentProviderNamespace}/{parentResourceType}/{parentResourceName}/providers/Microsoft.Chaos/targets/{targetName}`;
const resolver = `${group}/providers/Microsoft.Network/dnsResolvers/{dnsResolverName}`;
const ruleset = `${group}/providers/Microsoft.Network/dnsForwardingRulesets/{dnsForwardingRulesetName}`;
const signalR = `${group}/providers/Microsoft.SignalRService/signalR/{resourceName}`;
const mongo = `${group}/providers/Microsoft.DocumentDB/mongoClusters/{mongoClusterName}`;
const pubsub = `${group}/providers/Microsoft.SignalRService/webPubSub/{resourceName}`;

/**
 * Paths that the two Go modules do not have or that the matching cannot find. Storage blobs, static web sites and vault
 * access policies have paths that only azure-native knows (its custom resources); the others are Azure's REST reference.
 */
export const corrections = {
  "apimanagement:Authorization": `${apim}/authorizationProviders/{authorizationProviderId}/authorizations/{authorizationId}`,
  "apimanagement:AuthorizationAccessPolicy": `${apim}/authorizationProviders/{authorizationProviderId}/authorizations/{authorizationId}/accessPolicies/{authorizationAccessPolicyId}`,
  "apimanagement:AuthorizationProvider": `${apim}/authorizationProviders/{authorizationProviderId}`,
  "apimanagement:IdentityProvider": `${apim}/identityProviders/{identityProviderName}`,
  "apimanagement:OpenIdConnectProvider": `${apim}/openidConnectProviders/{opid}`,
  "apimanagement:Subscription": `${apim}/subscriptions/{sid}`,
  "apimanagement:TagByApi": `${apim}/apis/{apiId}/tags/{tagId}`,
  "apimanagement:TagByOperation": `${apim}/apis/{apiId}/operations/{operationId}/tags/{tagId}`,
  "apimanagement:TagByProduct": `${apim}/products/{productId}/tags/{tagId}`,
  "apimanagement:WorkspaceSubscription": `${apim}/workspaces/{workspaceId}/subscriptions/{sid}`,
  "authorization:ManagementLockAtResourceLevel": `${group}/providers/{resourceProviderNamespace}/{parentResourcePath}/{resourceType}/{resourceName}/providers/Microsoft.Authorization/locks/{lockName}`,
  "authorization:DenyAssignment": "/{scope}/providers/Microsoft.Authorization/denyAssignments/{denyAssignmentId}",
  "chaos:Target": chaosTarget,
  "chaos:Capability": `${chaosTarget}/capabilities/{capabilityName}`,
  "cloudhealth:HealthModel": health,
  "cloudhealth:AuthenticationSetting": `${health}/authenticationsettings/{authenticationSettingName}`,
  "cloudhealth:DiscoveryRule": `${health}/discoveryrules/{discoveryRuleName}`,
  "cloudhealth:Entity": `${health}/entities/{entityName}`,
  "cloudhealth:Relationship": `${health}/relationships/{relationshipName}`,
  "cloudhealth:SignalDefinition": `${health}/signaldefinitions/{signalDefinitionName}`,
  "containerregistry:Webhook": `${group}/providers/Microsoft.ContainerRegistry/registries/{registryName}/webhooks/{webhookName}`,
  "costmanagement:ScheduledActionByScope": "/{scope}/providers/Microsoft.CostManagement/scheduledActions/{name}",
  "cosmosdb:MongoCluster": mongo,
  ...databaseServers("dbforpostgresql", "Microsoft.DBforPostgreSQL"),
  ...databaseServers("dbformysql", "Microsoft.DBforMySQL"),
  "dbformysql:AzureADAdministrator": `${group}/providers/Microsoft.DBforMySQL/flexibleServers/{serverName}/administrators/{administratorName}`,
  "dbforpostgresql:AdministratorsMicrosoftEntra": `${group}/providers/Microsoft.DBforPostgreSQL/flexibleServers/{serverName}/administrators/{objectId}`,
  "dns:RecordSet": `${group}/providers/Microsoft.Network/dnsZones/{zoneName}/{recordType}/{relativeRecordSetName}`,
  "dnsresolver:DnsForwardingRuleset": ruleset,
  "dnsresolver:DnsResolver": resolver,
  "dnsresolver:ForwardingRule": `${ruleset}/forwardingRules/{forwardingRuleName}`,
  "dnsresolver:InboundEndpoint": `${resolver}/inboundEndpoints/{inboundEndpointName}`,
  "dnsresolver:OutboundEndpoint": `${resolver}/outboundEndpoints/{outboundEndpointName}`,
  "dnsresolver:PrivateResolverVirtualNetworkLink": `${ruleset}/virtualNetworkLinks/{virtualNetworkLinkName}`,
  "keyvault:AccessPolicy": `${group}/providers/Microsoft.KeyVault/vaults/{vaultName}/accessPolicy/{policy.objectId}`,
  "machinelearningservices:CodeContainer": `${ml}/codes/{name}`,
  "machinelearningservices:CodeVersion": `${ml}/codes/{name}/versions/{version}`,
  "machinelearningservices:ComponentContainer": `${ml}/components/{name}`,
  "machinelearningservices:ComponentVersion": `${ml}/components/{name}/versions/{version}`,
  "machinelearningservices:DataContainer": `${ml}/data/{name}`,
  "machinelearningservices:DataVersion": `${ml}/data/{name}/versions/{version}`,
  "machinelearningservices:Datastore": `${ml}/datastores/{name}`,
  "machinelearningservices:EnvironmentContainer": `${ml}/environments/{name}`,
  "machinelearningservices:EnvironmentVersion": `${ml}/environments/{name}/versions/{version}`,
  "machinelearningservices:ModelContainer": `${ml}/models/{name}`,
  "machinelearningservices:ModelVersion": `${ml}/models/{name}/versions/{version}`,
  "machinelearningservices:ManagedNetworkSettingsRule": `${ml}/outboundRules/{ruleName}`,
  "machinelearningservices:RaiPolicy": `${ml}/endpoints/{endpointName}/raiPolicies/{raiPolicyName}`,
  "machinelearningservices:Schedule": `${ml}/schedules/{name}`,
  "machinelearningservices:ServerlessEndpoint": `${ml}/serverlessEndpoints/{name}`,
  "management:ServiceGroup": "/providers/Microsoft.Management/serviceGroups/{serviceGroupName}",
  "mongocluster:MongoCluster": mongo,
  "mongocluster:FirewallRule": `${mongo}/firewallRules/{firewallRuleName}`,
  "mongocluster:PrivateEndpointConnection": `${mongo}/privateEndpointConnections/{privateEndpointConnectionName}`,
  "mongocluster:User": `${mongo}/users/{userName}`,
  "monitor:AuthenticationSetting": `${monitorHealth}/authenticationsettings/{authenticationSettingName}`,
  "monitor:DiscoveryRule": `${monitorHealth}/discoveryrules/{discoveryRuleName}`,
  "monitor:Entity": `${monitorHealth}/entities/{entityName}`,
  "monitor:HealthModel": monitorHealth,
  "monitor:Relationship": `${monitorHealth}/relationships/{relationshipName}`,
  "monitor:SignalDefinition": `${monitorHealth}/signaldefinitions/{signalDefinitionName}`,
  "monitor:TenantActionGroup":
    "/providers/Microsoft.Management/managementGroups/{managementGroupId}/providers/Microsoft.Insights/tenantActionGroups/{tenantActionGroupName}",
  "monitor:Sli":
    "/providers/Microsoft.Management/serviceGroups/{serviceGroupName}/providers/Microsoft.Monitor/slis/{sliName}",
  "portal:Dashboard": `${group}/providers/Microsoft.Portal/dashboards/{dashboardName}`,
  "privatedns:PrivateRecordSet": `${group}/providers/Microsoft.Network/privateDnsZones/{privateZoneName}/{recordType}/{relativeRecordSetName}`,
  "relationships:ServiceGroupMemberRelationship":
    "/{resourceUri}/providers/Microsoft.Relationships/serviceGroupMember/{name}",
  "relationships:DependencyOfRelationship": "/{resourceUri}/providers/Microsoft.Relationships/dependencyOf/{name}",
  "redis:Redis": `${group}/providers/Microsoft.Cache/redis/{name}`,
  "resources:AzureCliScript": `${group}/providers/Microsoft.Resources/deploymentScripts/{scriptName}`,
  "resources:AzurePowerShellScript": `${group}/providers/Microsoft.Resources/deploymentScripts/{scriptName}`,
  "resources:DeploymentStackAtManagementGroup":
    "/providers/Microsoft.Management/managementGroups/{managementGroupId}/providers/Microsoft.Resources/deploymentStacks/{deploymentStackName}",
  "resources:DeploymentStackAtResourceGroup": `${group}/providers/Microsoft.Resources/deploymentStacks/{deploymentStackName}`,
  "resources:Resource": `${group}/providers/{resourceProviderNamespace}/{parentResourcePath}/{resourceType}/{resourceName}`,
  "resources:ResourceGroup": group,
  "redis:PrivateEndpointConnection": `${group}/providers/Microsoft.Cache/redis/{cacheName}/privateEndpointConnections/{privateEndpointConnectionName}`,
  "signalrservice:SignalRCustomDomain": `${signalR}/customDomains/{name}`,
  "signalrservice:SignalRPrivateEndpointConnection": `${signalR}/privateEndpointConnections/{privateEndpointConnectionName}`,
  "signalrservice:SignalRSharedPrivateLinkResource": `${signalR}/sharedPrivateLinkResources/{sharedPrivateLinkResourceName}`,
  "sql:ServerKey": `${group}/providers/Microsoft.Sql/servers/{serverName}/keys/{keyName}`,
  "storage:Blob": `${storage}/blobServices/default/containers/{containerName}/blobs/{blobName}`,
  "storage:BlobContainerLegalHold": `${storage}/blobServices/default/containers/{containerName}/legalHold`,
  "storage:StorageAccountStaticWebsite": `${storage}/staticWebsite`,
  "web:WebApp": `${group}/providers/Microsoft.Web/sites/{name}`,
  "web:WebAppSlot": `${group}/providers/Microsoft.Web/sites/{name}/slots/{slot}`,
  "web:SiteCertificate": `${group}/providers/Microsoft.Web/sites/{name}/certificates/{certificateName}`,
  "web:StaticSiteLinkedBackend": `${group}/providers/Microsoft.Web/staticSites/{name}/linkedBackends/{linkedBackendName}`,
  "web:WebAppHybridConnection": `${group}/providers/Microsoft.Web/sites/{name}/hybridConnectionNamespaces/{namespaceName}/relays/{relayName}`,
  "web:WebAppSiteContainer": `${group}/providers/Microsoft.Web/sites/{name}/sitecontainers/{containerName}`,
  "webpubsub:WebPubSub": pubsub,
  "webpubsub:WebPubSubHub": `${pubsub}/hubs/{hubName}`,
};

/** The current database servers are "flexible"; what azure-native calls SingleServer came before them. */
function databaseServers(module, namespace) {
  const children = {
    Database: "databases/{databaseName}",
    FirewallRule: "firewallRules/{firewallRuleName}",
    Configuration: "configurations/{configurationName}",
  };
  const flexible = `${group}/providers/${namespace}/flexibleServers/{serverName}`;
  const single = `${group}/providers/${namespace}/servers/{serverName}`;
  const rows = {
    [`${module}:Server`]: flexible,
    [`${module}:PrivateEndpointConnection`]: `${flexible}/privateEndpointConnections/{privateEndpointConnectionName}`,
    [`${module}:SingleServer`]: single,
    [`${module}:SingleServerServerAdministrator`]: `${single}/administrators/activeDirectory`,
  };
  for (const [name, path] of Object.entries(children)) {
    rows[`${module}:${name}`] = `${flexible}/${path}`;
    rows[`${module}:SingleServer${name}`] = `${single}/${path}`;
  }
  return rows;
}
