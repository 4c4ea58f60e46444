import * as containerservice from "@pulumi/azure-native/containerservice";
import * as resources from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import * as tls from "@pulumi/tls";

const config = new pulumi.Config();
const nodeCount = config.getNumber("nodeCount") ?? 2;

const resourceGroup = new resources.ResourceGroup("aks-rg");
const sshKey = new tls.PrivateKey("ssh-key", { algorithm: "RSA", rsaBits: 4096 });
const password = new random.RandomPassword("password", { length: 20, special: true });

const cluster = new containerservice.ManagedCluster("cluster", {
  resourceGroupName: resourceGroup.name,
  agentPoolProfiles: [
    {
      count: nodeCount,
      mode: "System",
      name: "agentpool",
      osType: "Linux",
      type: "VirtualMachineScaleSets",
      vmSize: "Standard_DS2_v2",
    },
  ],
  dnsPrefix: resourceGroup.name,
  enableRBAC: true,
  identity: { type: containerservice.ResourceIdentityType.SystemAssigned },
  linuxProfile: { adminUsername: "testuser", ssh: { publicKeys: [{ keyData: sshKey.publicKeyOpenssh }] } },
  windowsProfile: { adminUsername: "winadmin", adminPassword: password.result },
});

const creds = containerservice.listManagedClusterUserCredentialsOutput({
  resourceGroupName: resourceGroup.name,
  resourceName: cluster.name,
});

export const kubeconfig = pulumi.secret(
  creds.kubeconfigs[0].value.apply((encoded) => Buffer.from(encoded, "base64").toString()),
);
export const clusterName = cluster.name;
