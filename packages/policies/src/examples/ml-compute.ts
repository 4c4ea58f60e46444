import { type ExampleBag, type Examples, resource } from "./example";
import { armId, inGroup } from "./surroundings";

const compute = (properties: ExampleBag, answer?: ExampleBag) =>
  resource(
    "machinelearningservices:Compute",
    "training",
    { ...inGroup, workspaceName: "mlw-claims-prod", properties },
    answer,
  );

const cluster = (properties: ExampleBag) =>
  compute({ computeType: "AmlCompute", properties: { vmSize: "Standard_D4ds_v5", ...properties } });

const instance = (properties: ExampleBag, answer?: ExampleBag) =>
  compute({ computeType: "ComputeInstance", properties: { vmSize: "Standard_D4ds_v5", ...properties } }, answer);

const image = (isLatestOsImageVersion: boolean) => ({
  properties: { properties: { osImageMetadata: { isLatestOsImageVersion } } },
});

export const mlCompute: Examples = {
  "ml-compute-idle-shutdown": {
    bad: [instance({})],
    good: [instance({ idleTimeBeforeShutdown: "PT1H" })],
  },
  "ml-compute-current-image": {
    bad: [instance({}, image(false))],
    good: [instance({}, image(true))],
  },
  "ml-compute-no-local-authentication": {
    bad: [cluster({})],
    good: [compute({ computeType: "AmlCompute", disableLocalAuth: true, properties: { vmSize: "Standard_D4ds_v5" } })],
  },
  "ml-compute-scales-to-zero": {
    bad: [cluster({ scaleSettings: { minNodeCount: 2, maxNodeCount: 4 } })],
    good: [cluster({ scaleSettings: { minNodeCount: 0, maxNodeCount: 4 } })],
  },
  "ml-compute-no-public-ip": {
    bad: [cluster({})],
    good: [cluster({ enableNodePublicIp: false })],
  },
  "ml-compute-no-remote-login": {
    bad: [cluster({ remoteLoginPortPublicAccess: "NotSpecified" })],
    good: [cluster({ remoteLoginPortPublicAccess: "Disabled" })],
  },
  "ml-compute-current-kinds": {
    bad: [cluster({ vmSize: "Standard_NC6" })],
    good: [cluster({ vmSize: "Standard_NC24ads_A100_v4" })],
  },
  "ml-compute-scale-limits": {
    bad: [cluster({ scaleSettings: { minNodeCount: 0, maxNodeCount: 100, nodeIdleTimeBeforeScaleDown: "PT2H" } })],
    good: [cluster({ scaleSettings: { minNodeCount: 0, maxNodeCount: 4, nodeIdleTimeBeforeScaleDown: "PT5M" } })],
  },
  "ml-compute-virtual-network": {
    bad: [cluster({})],
    good: [cluster({ subnet: { id: armId("Microsoft.Network/virtualNetworks/vnet-prod/subnets/training") } })],
  },
  "ml-compute-allowed-sizes": {
    bad: [cluster({ vmSize: "Standard_ND96asr_v4" })],
    good: [cluster({ vmSize: "Standard_D4ds_v5" })],
  },
};
