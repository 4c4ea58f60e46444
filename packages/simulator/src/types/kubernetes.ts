import { objectOf, type Properties, secret, textOf } from "../values";
import { stableHex } from "../world/identity";
import type { WorldResource } from "../world/resource";
import { badRequest } from "./refusals";
import type { PutContext, TypeRow } from "./row";

/** Kubernetes clusters. */
export const kubernetes: readonly TypeRow[] = [
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
