import * as containerservice from "@pulumi/azure-native/containerservice";
import * as resources from "@pulumi/azure-native/resources";
import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";

const tenants = new pulumi.Config().getObject<string[]>("tenants") ?? ["red", "blue"];

const group = new resources.ResourceGroup("clusters");
const cluster = new containerservice.ManagedCluster("cluster", {
  resourceGroupName: group.name,
  dnsPrefix: "tenants",
  identity: { type: containerservice.ResourceIdentityType.SystemAssigned },
  agentPoolProfiles: [{ name: "system", mode: "System", count: 2, vmSize: "Standard_D2s_v5", osType: "Linux" }],
});

const credentials = containerservice.listManagedClusterUserCredentialsOutput({
  resourceGroupName: group.name,
  resourceName: cluster.name,
});
export const kubeconfig = credentials.apply(({ kubeconfigs }) =>
  Buffer.from(kubeconfigs[0]?.value ?? "", "base64").toString("utf8"),
);

const provider = new k8s.Provider("cluster", { kubeconfig });

const addresses: Record<string, pulumi.Output<string>> = {};
for (const tenant of tenants) {
  const namespace = new k8s.core.v1.Namespace(tenant, { metadata: { name: tenant } }, { provider });
  const inTenant = { provider, parent: namespace };
  const labels = { app: `${tenant}-web` };
  new k8s.apps.v1.Deployment(
    tenant,
    {
      metadata: { namespace: namespace.metadata.name },
      spec: {
        replicas: 2,
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: { containers: [{ name: "web", image: "nginx:1.27" }] },
        },
      },
    },
    inTenant,
  );
  const service = new k8s.core.v1.Service(
    tenant,
    {
      metadata: { namespace: namespace.metadata.name },
      spec: { type: "LoadBalancer", selector: labels, ports: [{ port: 80 }] },
    },
    inTenant,
  );
  addresses[tenant] = service.status.apply(({ loadBalancer }) => loadBalancer.ingress[0]?.ip ?? "none");
}

const ingress = new k8s.helm.v3.Release(
  "ingress",
  { chart: "ingress-nginx", repositoryOpts: { repo: "https://kubernetes.github.io/ingress-nginx" } },
  { provider },
);

export const server = kubeconfig.apply((text) => /server: (\S+)/.exec(text)?.[1]);
export const released = ingress.status.status;
export const ips = addresses;
export const nodeGroup = cluster.nodeResourceGroup;
