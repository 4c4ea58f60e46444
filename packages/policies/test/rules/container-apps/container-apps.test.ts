import type { ContainerAppArgs, ManagedEnvironmentArgs } from "@pulumi/azure-native/app";
import * as containerApps from "@ringfence/policies/rules/container-apps";
import { judge, unknown } from "@ringfence/policies/testing";
import { prove } from "../prove";

const app = (props: Partial<ContainerAppArgs>) => ({ props: props as Record<string, unknown> });
const environment = (props: Partial<ManagedEnvironmentArgs>) => ({ props: props as Record<string, unknown> });
const INSECURE = "configuration.ingress.allowInsecure";

prove({
  rule: containerApps.insecureIngress,
  type: "app:ContainerApp",
  good: [
    app({ configuration: { ingress: { external: true } } }),
    app({ configuration: { activeRevisionsMode: "Single" } }),
    app({ configuration: { ingress: { allowInsecure: false } } }),
  ],
  bad: [{ ...app({ configuration: { ingress: { allowInsecure: true } } }), at: [INSECURE] }],
  empty: "pass",
  unknown: [
    { props: { configuration: unknown }, at: "configuration" },
    { props: { configuration: { ingress: { allowInsecure: unknown } } }, at: INSECURE },
  ],
});

prove({
  rule: containerApps.managedIdentity,
  type: "app:ContainerApp",
  good: [
    app({ identity: { type: "SystemAssigned" } }),
    app({ identity: { type: "UserAssigned" } }),
    app({ identity: { type: "SystemAssigned,UserAssigned" } }),
    { props: { identity: { type: "SystemAssigned, UserAssigned" } } },
  ],
  bad: [
    { ...app({ identity: { type: "None" } }), at: ["identity.type"] },
    { props: { identity: { type: "none" } }, at: ["identity.type"] },
    { props: { identity: {} }, at: ["identity.type"] },
  ],
  empty: "fail",
  unknown: [{ props: { identity: unknown }, at: "identity" }],
});

prove({
  rule: containerApps.internalEnvironment,
  type: "app:ManagedEnvironment",
  good: [environment({ vnetConfiguration: { internal: true } })],
  bad: [
    { ...environment({ vnetConfiguration: { internal: false } }), at: ["vnetConfiguration.internal"] },
    {
      ...environment({ vnetConfiguration: { infrastructureSubnetId: "/subnets/apps" } }),
      at: ["vnetConfiguration.internal"],
    },
  ],
  empty: "fail",
  unknown: [{ props: { vnetConfiguration: unknown }, at: "vnetConfiguration" }],
});

prove({
  rule: containerApps.virtualNetwork,
  type: "app:ManagedEnvironment",
  good: [environment({ vnetConfiguration: { infrastructureSubnetId: "/subnets/apps" } })],
  bad: [
    { ...environment({ vnetConfiguration: { internal: true } }), at: ["vnetConfiguration.infrastructureSubnetId"] },
    {
      ...environment({ vnetConfiguration: { infrastructureSubnetId: "" } }),
      at: ["vnetConfiguration.infrastructureSubnetId"],
    },
  ],
  empty: "fail",
  unknown: [
    {
      props: { vnetConfiguration: { infrastructureSubnetId: unknown } },
      at: "vnetConfiguration.infrastructureSubnetId",
    },
  ],
});

test("a subnet that is made in the same preview counts before its id is known", async () => {
  const judged = async (vnetConfiguration: Record<string, unknown>) => {
    const [verdict] = await judge(containerApps.virtualNetwork, {
      mode: "preview",
      resources: [
        { type: "azure-native:network:Subnet", name: "jobs", props: {} },
        {
          type: "azure-native:app:ManagedEnvironment",
          name: "environment",
          props: { vnetConfiguration },
          propertyDependencies: { vnetConfiguration: ["jobs"] },
        },
      ],
    });
    return verdict?.outcome;
  };
  expect(await judged({ infrastructureSubnetId: unknown })).toBe("pass");
  expect(await judged({ internal: true })).toBe("fail");
});
