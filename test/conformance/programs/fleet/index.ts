import * as authorization from "@pulumi/azure-native/authorization";
import * as compute from "@pulumi/azure-native/compute";
import * as monitor from "@pulumi/azure-native/monitor";
import * as network from "@pulumi/azure-native/network";
import * as resources from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import * as tls from "@pulumi/tls";

const config = new pulumi.Config();
const machines = config.getNumber("machines") ?? 2;
const port = config.getNumber("port") ?? 8080;

const resourceGroupName = new resources.ResourceGroup("fleet").name;
const key = new tls.PrivateKey("key", { algorithm: "ED25519" });
const label = new random.RandomPet("label", { length: 2 });

const address = new network.PublicIPAddress("address", {
  resourceGroupName,
  sku: { name: "Standard" },
  publicIPAllocationMethod: network.IPAllocationMethod.Static,
  dnsSettings: { domainNameLabel: label.id },
});

const vnet = new network.VirtualNetwork("vnet", {
  resourceGroupName,
  addressSpace: { addressPrefixes: ["10.20.0.0/16"] },
  subnets: [{ name: "machines", addressPrefix: "10.20.1.0/24" }],
});

const subscription = pulumi.output(authorization.getClientConfig()).subscriptionId;
const balancerName = "front";
const balancerId = pulumi.interpolate`/subscriptions/${subscription}/resourceGroups/${resourceGroupName}/providers/Microsoft.Network/loadBalancers/${balancerName}`;
const balancer = new network.LoadBalancer("front", {
  resourceGroupName,
  loadBalancerName: balancerName,
  sku: { name: "Standard" },
  frontendIPConfigurations: [{ name: "public", publicIPAddress: { id: address.id } }],
  backendAddressPools: [{ name: "machines" }],
  probes: [{ name: "alive", protocol: "Tcp", port, intervalInSeconds: 15 }],
  loadBalancingRules: [
    {
      name: "web",
      protocol: "Tcp",
      frontendPort: 80,
      backendPort: port,
      frontendIPConfiguration: { id: pulumi.interpolate`${balancerId}/frontendIPConfigurations/public` },
      backendAddressPool: { id: pulumi.interpolate`${balancerId}/backendAddressPools/machines` },
      probe: { id: pulumi.interpolate`${balancerId}/probes/alive` },
    },
  ],
});

const machineSet = new compute.VirtualMachineScaleSet("machines", {
  resourceGroupName,
  sku: { name: "Standard_D2s_v5", capacity: machines },
  upgradePolicy: { mode: compute.UpgradeMode.Manual },
  virtualMachineProfile: {
    osProfile: {
      computerNamePrefix: "m",
      adminUsername: "captain",
      linuxConfiguration: {
        disablePasswordAuthentication: true,
        ssh: { publicKeys: [{ path: "/home/captain/.ssh/authorized_keys", keyData: key.publicKeyOpenssh }] },
      },
    },
    storageProfile: {
      imageReference: { publisher: "Canonical", offer: "ubuntu-24_04-lts", sku: "server", version: "latest" },
      osDisk: { createOption: "FromImage", managedDisk: { storageAccountType: "Premium_LRS" } },
    },
    networkProfile: {
      networkInterfaceConfigurations: [
        {
          name: "nic",
          primary: true,
          ipConfigurations: [
            {
              name: "ip",
              subnet: { id: vnet.subnets.apply((subnets) => subnets?.[0]?.id ?? "") },
              loadBalancerBackendAddressPools: [
                { id: balancer.backendAddressPools.apply((pools) => pools?.[0]?.id ?? "") },
              ],
            },
          ],
        },
      ],
    },
  },
});

new monitor.AutoscaleSetting("busy", {
  resourceGroupName,
  targetResourceUri: machineSet.id,
  profiles: [
    {
      name: "cpu",
      capacity: { minimum: "1", maximum: "6", default: String(machines) },
      rules: [
        {
          metricTrigger: {
            metricName: "Percentage CPU",
            metricResourceUri: machineSet.id,
            operator: "GreaterThan",
            statistic: "Average",
            threshold: 70,
            timeAggregation: "Average",
            timeGrain: "PT1M",
            timeWindow: "PT10M",
          },
          scaleAction: { direction: "Increase", type: "ChangeCount", value: "1", cooldown: "PT5M" },
        },
      ],
    },
  ],
});

const seen = network.getPublicIPAddressOutput({ resourceGroupName, publicIpAddressName: address.name });

export const host = address.dnsSettings.apply((settings) => settings?.fqdn);
export const sameHost = pulumi.all([host, seen.dnsSettings]).apply(([mine, theirs]) => mine === theirs?.fqdn);
export const subnet = vnet.subnets.apply((subnets) => subnets?.[0]?.id?.split("/").at(-1));
export const privateKey = key.privateKeyOpenssh;
export const publicKey = key.publicKeyOpenssh.apply((text) => text.split(" ")[0]);
