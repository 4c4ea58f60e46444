import { type ExampleBag, type Examples, resource } from "./example";
import { armId, inGroup } from "./surroundings";

const app = (args: ExampleBag) => resource("app:ContainerApp", "claims-api", { ...inGroup, ...args });

const ingress = (more: ExampleBag) => app({ configuration: { ingress: { targetPort: 8080, ...more } } });

const environment = (vnetConfiguration: ExampleBag) =>
  resource("app:ManagedEnvironment", "claims", {
    ...inGroup,
    ...(Object.keys(vnetConfiguration).length > 0 && { vnetConfiguration }),
  });

const infrastructureSubnetId = armId("Microsoft.Network/virtualNetworks/vnet-prod/subnets/apps");

export const containerApps: Examples = {
  "container-app-no-insecure-ingress": {
    bad: [ingress({ allowInsecure: true })],
    good: [ingress({})],
  },
  "container-app-managed-identity": {
    bad: [app({})],
    good: [app({ identity: { type: "SystemAssigned" } })],
  },
  "container-apps-environment-internal": {
    bad: [environment({ infrastructureSubnetId })],
    good: [environment({ infrastructureSubnetId, internal: true })],
  },
  "container-apps-environment-network": {
    bad: [environment({})],
    good: [environment({ infrastructureSubnetId })],
  },
};
