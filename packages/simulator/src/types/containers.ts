import { objectOf, type Properties, secret, textOf, type Value } from "../values";
import { stableHex, stableKey } from "../world/identity";
import type { WorldResource } from "../world/resource";
import { badRequest, conflict } from "./refusals";
import type { PutContext, TypeRow } from "./row";

/** Kubernetes, container registries, container apps and container instances. */
export const containers: readonly TypeRow[] = [
  {
    armType: "Microsoft.ContainerService/managedClusters",
    immutable: [
      "dnsPrefix",
      "nodeResourceGroup",
      "networkProfile.networkPlugin",
      "networkProfile.dnsServiceIP",
      "networkProfile.podCidr",
      "networkProfile.serviceCidr",
      "linuxProfile",
      "enableRBAC",
      "extendedLocation",
    ],
    writeOnly: ["servicePrincipalProfile.secret", "windowsProfile.adminPassword"],
    refuses: ({ inputs }) => {
      const pools = inputs.agentPoolProfiles;
      if (Array.isArray(pools) && !pools.some((pool) => (objectOf(pool).mode ?? "System") === "System")) {
        return badRequest("InvalidParameter", "Must define at least one system pool.");
      }
      return undefined;
    },
    adds: clusterOutputs,
    brings: ({ id, inputs }) =>
      (Array.isArray(inputs.agentPoolProfiles) ? inputs.agentPoolProfiles : []).map((pool) => ({
        id: `${id}/agentPools/${textOf(objectOf(pool).name) ?? "agentpool"}`,
        armType: "Microsoft.ContainerService/managedClusters/agentPools",
        properties: { ...objectOf(pool), provisioningState: "Succeeded" },
      })),
    actions: {
      listManagedClusterUserCredentials: (cluster) => kubeconfigs(cluster, "clusterUser"),
      listManagedClusterAdminCredentials: (cluster) => kubeconfigs(cluster, "clusterAdmin"),
      listManagedClusterMonitoringUserCredentials: (cluster) => kubeconfigs(cluster, "clusterMonitoringUser"),
      listManagedClusterAccessProfile: (cluster) => ({
        name: cluster.id.split("/").at(-1) ?? "",
        kubeConfig: secret(kubeconfig(cluster, "clusterUser")),
      }),
    },
  },
  {
    armType: "Microsoft.ContainerService/managedClusters/agentPools",
    immutable: ["vmSize", "osDiskSizeGB", "osDiskType", "maxPods", "vnetSubnetID", "availabilityZones", "osType"],
    adds: ({ inputs }) => ({
      currentOrchestratorVersion: "1.33.2",
      orchestratorVersion: "1.33",
      nodeImageVersion: "AKSUbuntu-2204gen2containerd-202611.01.0",
      powerState: { code: "Running" },
      count: Number(inputs.count ?? 1),
      mode: "User",
      osType: "Linux",
    }),
  },
  {
    armType: "Microsoft.ContainerRegistry/registries",
    name: {
      pattern: /^[A-Za-z0-9]+$/,
      minimum: 5,
      maximum: 50,
      code: "RegistryNameInvalid",
      message: (name) => `The registry name '${name}' is invalid. It may have letters and digits, 5 to 50 of them.`,
      checkedByProvider: true,
    },
    globalName: {
      taken: (name) =>
        conflict("AlreadyInUse", `The registry DNS name ${name.toLowerCase()}.azurecr.io is already in use.`),
    },
    refuses: ({ inputs }) => {
      const sku = textOf(objectOf(inputs.sku).name) ?? "";
      return /^(Classic|Basic|Standard|Premium)$/i.test(sku)
        ? undefined
        : badRequest("InvalidSku", `The SKU '${sku}' is not one of Basic, Standard, Premium.`);
    },
    adds: ({ name, inputs, world }) => ({
      loginServer: `${name.toLowerCase()}.azurecr.io`,
      creationDate: world.clock.iso(),
      sku: { tier: textOf(objectOf(inputs.sku).name) ?? "Basic" },
      adminUserEnabled: false,
      anonymousPullEnabled: false,
      publicNetworkAccess: "Enabled",
      dataEndpointEnabled: false,
      dataEndpointHostNames: [],
      networkRuleBypassOptions: "AzureServices",
      privateEndpointConnections: [],
      zoneRedundancy: "Disabled",
      policies: { quarantinePolicy: { status: "disabled" }, trustPolicy: { status: "disabled", type: "Notary" } },
    }),
    actions: {
      listRegistryCredentials: (registry) => ({
        username: registry.id.split("/").at(-1) ?? "",
        passwords: ["password", "password2"].map((name) => ({
          name,
          value: secret(stableKey(32, registry.id.toLowerCase(), name)),
        })),
      }),
    },
  },
  { armType: "Microsoft.ContainerRegistry/registries/webhooks", adds: () => ({ status: "enabled", scope: "" }) },
  {
    armType: "Microsoft.ContainerRegistry/registries/tasks",
    adds: ({ world }) => ({ creationDate: world.clock.iso(), status: "Enabled" }),
  },
  { armType: "Microsoft.ContainerRegistry/registries/taskRuns" },
  {
    armType: "Microsoft.App/managedEnvironments",
    immutable: ["vnetConfiguration", "zoneRedundant", "infrastructureResourceGroup"],
    writeOnly: ["appLogsConfiguration.logAnalyticsConfiguration.sharedKey"],
    adds: ({ name, location, uuid, id, inputs }) => {
      const domain = `${word(id)}.${location}.azurecontainerapps.io`;
      const internal = objectOf(inputs.vnetConfiguration).internal === true;
      return {
        defaultDomain: domain,
        staticIp: internal ? "10.0.0.100" : address(uuid("ip")),
        eventStreamEndpoint: `https://${location}.azurecontainerapps.dev${id}/eventstream`,
        infrastructureResourceGroup: `ME_${name}_${location}`,
        kedaConfiguration: { version: "2.17.2" },
        daprConfiguration: { version: "1.13.6" },
        customDomainConfiguration: {
          customDomainVerificationId: stableHex(id.toLowerCase()).toUpperCase(),
          expirationDate: "",
          subjectName: "",
          thumbprint: "",
        },
        peerAuthentication: { mtls: { enabled: false } },
        zoneRedundant: false,
      };
    },
  },
  {
    armType: "Microsoft.App/containerApps",
    name: {
      pattern: /^[a-z](?!.*--)[a-z0-9-]*[a-z0-9]$/,
      minimum: 2,
      maximum: 32,
      code: "ContainerAppInvalidName",
      message: appName("container app"),
    },
    writeOnly: ["configuration.secrets.*.value"],
    adds: containerAppOutputs,
    actions: { listContainerAppSecrets: secretsOf },
  },
  {
    armType: "Microsoft.App/jobs",
    writeOnly: ["configuration.secrets.*.value"],
    name: {
      pattern: /^[a-z](?!.*--)[a-z0-9-]*[a-z0-9]$/,
      minimum: 2,
      maximum: 32,
      code: "ContainerAppInvalidName",
      message: appName("job"),
    },
    adds: ({ id, location, uuid }) => ({
      outboundIpAddresses: [address(uuid("ip"))],
      eventStreamEndpoint: `https://${location}.azurecontainerapps.dev${id}/eventstream`,
      workloadProfileName: "Consumption",
    }),
    actions: { listJobSecrets: secretsOf },
  },
  { armType: "Microsoft.App/managedEnvironments/storages" },
  {
    armType: "Microsoft.App/managedEnvironments/certificates",
    adds: ({ inputs, world }) => ({
      properties: { subjectName: textOf(inputs.certificateName) ?? "", expirationDate: world.clock.iso(), valid: true },
    }),
  },
  { armType: "Microsoft.App/managedEnvironments/daprComponents" },
  {
    armType: "Microsoft.ContainerInstance/containerGroups",
    immutable: [
      "containers",
      "osType",
      "imageRegistryCredentials",
      "volumes",
      "subnetIds",
      "dnsConfig",
      "sku",
      "priority",
      "restartPolicy",
      "zones",
    ],
    adds: ({ inputs, location, uuid }) => {
      const asked = objectOf(inputs.ipAddress);
      const label = textOf(asked.dnsNameLabel);
      const ip = asked.type === "Private" ? "10.0.0.4" : address(uuid("ip"));
      return {
        instanceView: { state: "Running", events: [] },
        ...(inputs.ipAddress === undefined
          ? {}
          : { ipAddress: { ip, ...(label === undefined ? {} : { fqdn: `${label}.${location}.azurecontainer.io` }) } }),
        containers: (Array.isArray(inputs.containers) ? inputs.containers : []).map(() => ({
          instanceView: { restartCount: 0, events: [], currentState: { state: "Running" } },
        })),
      };
    },
  },
];

/** One cluster's host names, versions and the identity that its nodes use. */
function clusterOutputs({ id, name, location, inputs, uuid, world }: PutContext): Properties {
  const prefix = textOf(inputs.dnsPrefix) ?? textOf(inputs.fqdnSubdomain) ?? name;
  const hash = stableHex(id.toLowerCase()).slice(0, 8);
  const group = /\/resourceGroups\/([^/]+)/i.exec(id)?.[1] ?? "";
  const nodes = textOf(inputs.nodeResourceGroup) ?? `MC_${group}_${name}_${location}`;
  const version = textOf(inputs.kubernetesVersion) ?? "1.33";
  const isPrivate = objectOf(inputs.apiServerAccessProfile).enablePrivateCluster === true;
  const host = `${prefix}-${hash}.hcp.${location}.azmk8s.io`;
  const kubelet = `/subscriptions/${world.identity.subscriptionId}/resourceGroups/${nodes}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${name}-agentpool`;
  return {
    fqdn: host,
    ...(isPrivate ? { privateFQDN: `${prefix}-${hash}.privatelink.${location}.azmk8s.io` } : {}),
    azurePortalFQDN: `${prefix}-${hash}.portal.hcp.${location}.azmk8s.io`,
    nodeResourceGroup: nodes,
    kubernetesVersion: version,
    currentKubernetesVersion: /^\d+\.\d+$/.test(version) ? `${version}.2` : version,
    powerState: { code: "Running" },
    maxAgentPools: 100,
    enableRBAC: true,
    resourceUID: uuid("cluster").replaceAll("-", "").slice(0, 24),
    sku: { name: "Base", tier: "Free" },
    identityProfile: {
      kubeletidentity: { clientId: uuid("kubelet-client"), objectId: uuid("kubelet-principal"), resourceId: kubelet },
    },
    networkProfile: {
      networkPlugin: "azure",
      loadBalancerSku: "standard",
      serviceCidr: "10.0.0.0/16",
      dnsServiceIP: "10.0.0.10",
      outboundType: "loadBalancer",
      ipFamilies: ["IPv4"],
      serviceCidrs: ["10.0.0.0/16"],
    },
    oidcIssuerProfile: {
      issuerURL: `https://${location}.oic.prod-aks.azure.com/${world.identity.tenantId}/${uuid("issuer")}/`,
    },
    ...(inputs.servicePrincipalProfile === undefined ? { servicePrincipalProfile: { clientId: "msi" } } : {}),
    agentPoolProfiles: (Array.isArray(inputs.agentPoolProfiles) ? inputs.agentPoolProfiles : []).map(() => ({
      provisioningState: "Succeeded",
      powerState: { code: "Running" },
      currentOrchestratorVersion: version,
      nodeImageVersion: "AKSUbuntu-2204gen2containerd-202611.01.0",
    })),
    addonProfiles: addons(objectOf(inputs.addonProfiles), uuid),
  };
}

function addons(asked: Properties, uuid: (purpose: string) => string): Properties {
  return Object.fromEntries(
    Object.keys(asked).map((name) => [
      name,
      {
        identity: {
          clientId: uuid(`${name}-client`),
          objectId: uuid(`${name}-principal`),
          resourceId: `/addons/${name}`,
        },
      },
    ]),
  );
}

function kubeconfigs(cluster: WorldResource, user: string): Properties {
  return { kubeconfigs: [{ name: user, value: secret(kubeconfig(cluster, user)) }] };
}

/** A kubeconfig in base64 with the cluster's real host name; its certificates open nothing. */
function kubeconfig(cluster: WorldResource, user: string): string {
  const name = cluster.id.split("/").at(-1) ?? "";
  const group = /\/resourceGroups\/([^/]+)/i.exec(cluster.id)?.[1] ?? "";
  const data = (purpose: string) => Buffer.from(`simulated ${purpose} of ${name}`).toString("base64");
  const account = `${user}_${group}_${name}`;
  const text = [
    "apiVersion: v1",
    "kind: Config",
    "clusters:",
    "- cluster:",
    `    certificate-authority-data: ${data("authority")}`,
    `    server: https://${textOf(cluster.properties.fqdn) ?? ""}:443`,
    `  name: ${name}`,
    "contexts:",
    "- context:",
    `    cluster: ${name}`,
    `    user: ${account}`,
    `  name: ${name}`,
    `current-context: ${name}`,
    "preferences: {}",
    "users:",
    `- name: ${account}`,
    "  user:",
    `    client-certificate-data: ${data("certificate")}`,
    `    client-key-data: ${data("key")}`,
    `    token: ${stableHex(cluster.id.toLowerCase(), user)}`,
    "",
  ].join("\n");
  return Buffer.from(text).toString("base64");
}

function containerAppOutputs({ id, name, inputs, world, uuid, location }: PutContext): Properties {
  const environment = world.resource(textOf(inputs.managedEnvironmentId) ?? textOf(inputs.environmentId) ?? "");
  const domain = textOf(environment?.properties.defaultDomain) ?? `${word(id)}.${location}.azurecontainerapps.io`;
  const ingress = objectOf(inputs.configuration).ingress;
  const isOpen = objectOf(ingress).external === true;
  const host = isOpen ? domain : `internal.${domain}`;
  const suffix = textOf(objectOf(inputs.template).revisionSuffix) ?? uuid("revision").slice(0, 7);
  return {
    latestRevisionName: `${name}--${suffix}`,
    latestReadyRevisionName: `${name}--${suffix}`,
    latestRevisionFqdn: ingress === undefined ? "" : `${name}--${suffix}.${host}`,
    outboundIpAddresses: [address(uuid("ip"))],
    customDomainVerificationId: stableHex(world.identity.subscriptionId).toUpperCase(),
    eventStreamEndpoint: `https://${location}.azurecontainerapps.dev${id}/eventstream`,
    runningStatus: "Running",
    workloadProfileName: "Consumption",
    managedEnvironmentId: textOf(inputs.environmentId) ?? textOf(inputs.managedEnvironmentId) ?? "",
    environmentId: textOf(inputs.managedEnvironmentId) ?? textOf(inputs.environmentId) ?? "",
    configuration: {
      activeRevisionsMode: "Single",
      ...(ingress === undefined
        ? {}
        : {
            ingress: {
              fqdn: `${name}.${host}`,
              transport: "Auto",
              allowInsecure: false,
              traffic: [{ weight: 100, latestRevision: true }],
            },
          }),
    },
  };
}

/** The platform lists the names and values of an app's secrets, never in a plain read. */
function secretsOf(app: WorldResource): Properties {
  const list = objectOf(app.inputs.configuration).secrets;
  const value: Value[] = (Array.isArray(list) ? list : []).map((each) => ({
    name: objectOf(each).name ?? "",
    value: secret(objectOf(each).value ?? ""),
  }));
  return { value };
}

function appName(kind: string): (name: string) => string {
  return (name) =>
    `Invalid ${kind} name '${name}'. A name must consist of lower case alphanumeric characters or '-', start with a letter, ` +
    "end with an alphanumeric character, have no '--', and have 2 to 32 characters.";
}

function word(id: string): string {
  return `ashyground-${stableHex(id.toLowerCase()).slice(0, 8)}`;
}

function address(uuid: string): string {
  const part = (at: number) => Number.parseInt(uuid.slice(at, at + 2), 16);
  return `20.${(part(0) % 150) + 40}.${part(2)}.${part(4)}`;
}
