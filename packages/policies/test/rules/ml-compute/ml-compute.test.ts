import type { ComputeArgs } from "@pulumi/azure-native/machinelearningservices";
import * as mlCompute from "@ringfence/policies/rules/ml-compute";
import { judge, unknown } from "@ringfence/policies/testing";
import { prove } from "../prove";

const COMPUTE = "machinelearningservices:Compute";
type Properties = Record<string, unknown>;
const compute = (computeType: unknown, properties: unknown = {}, more: Properties = {}) => ({
  properties: { computeType, ...more, properties },
});
const instance = (properties?: unknown) => compute("ComputeInstance", properties);
const cluster = (properties?: unknown) => compute("AmlCompute", properties);
/** A bag that azure-native's own types accept. */
const typed = (properties: ComputeArgs["properties"]) => ({ properties });
const INNER = "properties.properties";
const KIND = "properties.computeType";

prove({
  rule: mlCompute.idleShutdown,
  type: COMPUTE,
  good: [
    { props: cluster() },
    { props: compute("Kubernetes") },
    { props: compute(unknown, { idleTimeBeforeShutdown: "PT1H" }) },
    { props: typed({ computeType: "ComputeInstance", properties: { idleTimeBeforeShutdown: "PT30M" } }) },
  ],
  bad: [
    {
      props: typed({ computeType: "ComputeInstance", properties: { vmSize: "Standard_DS3_v2" } }),
      at: [`${INNER}.idleTimeBeforeShutdown`],
    },
    { props: instance({ idleTimeBeforeShutdown: "" }), at: [`${INNER}.idleTimeBeforeShutdown`] },
    { props: typed({ computeType: "ComputeInstance" }), at: [`${INNER}.idleTimeBeforeShutdown`] },
  ],
  empty: "fail",
  unknown: [
    { props: instance({ idleTimeBeforeShutdown: unknown }), at: `${INNER}.idleTimeBeforeShutdown` },
    { props: compute(unknown), at: KIND },
    { props: { properties: unknown }, at: "properties" },
  ],
});

prove({
  rule: mlCompute.localAuthentication,
  type: COMPUTE,
  good: [
    { props: { properties: { disableLocalAuth: true } } },
    { props: typed({ computeType: "AmlCompute", disableLocalAuth: true }) },
  ],
  bad: [
    { props: typed({ computeType: "AmlCompute", disableLocalAuth: false }), at: ["properties.disableLocalAuth"] },
    { props: typed({ computeType: "ComputeInstance" }), at: ["properties.disableLocalAuth"] },
    { props: cluster({ disableLocalAuth: true }), at: ["properties.disableLocalAuth"] },
  ],
  empty: "fail",
  unknown: [{ props: compute("AmlCompute", {}, { disableLocalAuth: unknown }), at: "properties.disableLocalAuth" }],
});

prove({
  rule: mlCompute.virtualNetwork,
  type: COMPUTE,
  good: [
    { props: compute("Databricks") },
    { props: instance({ subnet: { id: "/subnets/ml" } }) },
    { props: typed({ computeType: "AmlCompute", properties: { subnet: { id: "/subnets/ml" } } }) },
  ],
  bad: [
    {
      props: typed({ computeType: "AmlCompute", properties: { vmSize: "Standard_DS3_v2" } }),
      at: [`${INNER}.subnet.id`],
    },
    { props: instance({ subnet: {} }), at: [`${INNER}.subnet.id`] },
    { props: instance({ subnet: { id: "" } }), at: [`${INNER}.subnet.id`] },
  ],
  empty: "fail",
  unknown: [
    { props: cluster({ subnet: { id: unknown } }), at: `${INNER}.subnet.id` },
    { props: cluster({ subnet: unknown }), at: `${INNER}.subnet` },
  ],
});

prove({
  rule: mlCompute.publicIp,
  type: COMPUTE,
  good: [
    { props: compute("HDInsight") },
    { props: instance({ enableNodePublicIp: false }) },
    { props: typed({ computeType: "AmlCompute", properties: { enableNodePublicIp: false } }) },
  ],
  bad: [
    {
      props: typed({ computeType: "AmlCompute", properties: { enableNodePublicIp: true } }),
      at: [`${INNER}.enableNodePublicIp`],
    },
    { props: typed({ computeType: "ComputeInstance", properties: {} }), at: [`${INNER}.enableNodePublicIp`] },
  ],
  empty: "fail",
  unknown: [{ props: cluster({ enableNodePublicIp: unknown }), at: `${INNER}.enableNodePublicIp` }],
});

const SCALE = `${INNER}.scaleSettings`;
const scaled = (scaleSettings: unknown) => cluster({ scaleSettings });

prove({
  rule: mlCompute.minimumNodes,
  type: COMPUTE,
  good: [
    { props: instance() },
    { props: { properties: { properties: { scaleSettings: { minNodeCount: 0 } } } } },
    {
      props: typed({ computeType: "AmlCompute", properties: { scaleSettings: { minNodeCount: 0, maxNodeCount: 4 } } }),
    },
  ],
  bad: [
    { props: scaled({ minNodeCount: 1, maxNodeCount: 4 }), at: [`${SCALE}.minNodeCount`] },
    { props: scaled({ maxNodeCount: 4 }), at: [`${SCALE}.minNodeCount`] },
    { props: cluster(), at: [`${SCALE}.minNodeCount`] },
  ],
  empty: "fail",
  unknown: [
    { props: scaled({ minNodeCount: unknown }), at: `${SCALE}.minNodeCount` },
    { props: scaled(unknown), at: SCALE },
  ],
});

const within = { maxNodeCount: 10, minNodeCount: 0, nodeIdleTimeBeforeScaleDown: "PT15M" };

prove({
  rule: mlCompute.scaleLimits,
  type: COMPUTE,
  good: [
    { props: instance() },
    { props: scaled({ ...within, nodeIdleTimeBeforeScaleDown: "P0DT0H2M30S" }) },
    { props: scaled({ ...within, nodeIdleTimeBeforeScaleDown: "pt900s" }) },
    { props: typed({ computeType: "AmlCompute", properties: { scaleSettings: within } }) },
  ],
  bad: [
    { props: scaled({ ...within, maxNodeCount: 11 }), at: [`${SCALE}.maxNodeCount`] },
    { props: scaled({ ...within, minNodeCount: 1 }), at: [`${SCALE}.minNodeCount`] },
    ...["PT2H", "PT15M1S", "P1D", "P1M", "15 minutes", 900].map((nodeIdleTimeBeforeScaleDown) => ({
      props: scaled({ ...within, nodeIdleTimeBeforeScaleDown }),
      at: [`${SCALE}.nodeIdleTimeBeforeScaleDown`],
    })),
    {
      props: scaled({ maxNodeCount: 50, minNodeCount: unknown, nodeIdleTimeBeforeScaleDown: "PT1H" }),
      at: [`${SCALE}.maxNodeCount`, `${SCALE}.nodeIdleTimeBeforeScaleDown`],
    },
    {
      props: cluster(),
      at: [`${SCALE}.maxNodeCount`, `${SCALE}.minNodeCount`, `${SCALE}.nodeIdleTimeBeforeScaleDown`],
    },
  ],
  empty: "fail",
  unknown: [
    { props: scaled({ ...within, nodeIdleTimeBeforeScaleDown: unknown }), at: `${SCALE}.nodeIdleTimeBeforeScaleDown` },
    { props: scaled(unknown), at: SCALE },
  ],
});

test("the limits of scaling can be configured", async () => {
  const scale = { maxNodeCount: 20, minNodeCount: 2, nodeIdleTimeBeforeScaleDown: "PT1H" };
  const resources = [{ type: `azure-native:${COMPUTE}`, props: scaled(scale) }];
  const config = { maxNodeCount: 20, minNodeCount: 2, maxIdleSeconds: 3600 };
  const paths = async (given: Properties) =>
    (await judge(mlCompute.scaleLimits, { resources, config: given })).map(({ outcome, path }) => path ?? outcome);
  expect(await paths(config)).toEqual(["pass"]);
  expect(await paths({ ...config, maxNodeCount: 19 })).toEqual([`${SCALE}.maxNodeCount`]);
  expect(await paths({ ...config, minNodeCount: 1 })).toEqual([`${SCALE}.minNodeCount`]);
  expect(await paths({ ...config, maxIdleSeconds: 3599 })).toEqual([`${SCALE}.nodeIdleTimeBeforeScaleDown`]);
});

const LOGIN = `${INNER}.remoteLoginPortPublicAccess`;

prove({
  rule: mlCompute.remoteLogin,
  type: COMPUTE,
  good: [
    { props: instance() },
    { props: typed({ computeType: "AmlCompute", properties: { remoteLoginPortPublicAccess: "Disabled" } }) },
  ],
  bad: [
    { props: cluster({ remoteLoginPortPublicAccess: "Enabled" }), at: [LOGIN] },
    { props: cluster({ remoteLoginPortPublicAccess: "NotSpecified" }), at: [LOGIN] },
    { props: typed({ computeType: "AmlCompute" }), at: [LOGIN] },
  ],
  empty: "fail",
  unknown: [
    { props: cluster({ remoteLoginPortPublicAccess: unknown }), at: LOGIN },
    { props: compute(unknown, { remoteLoginPortPublicAccess: "Enabled" }), at: KIND },
  ],
});

const SIZE = `${INNER}.vmSize`;

prove({
  rule: mlCompute.vmSizes,
  type: COMPUTE,
  good: [
    { props: compute("Kubernetes", { vmSize: "Standard_ND96asr_v4" }) },
    ...["Standard_D2_v2", "STANDARD_E8S_V3", "Standard_F16s_v2", "Standard_D4ds_v5"].map((vmSize) => ({
      props: instance({ vmSize }),
    })),
    { props: typed({ computeType: "AmlCompute", properties: { vmSize: "Standard_DS3_v2" } }) },
  ],
  bad: [
    ...["Standard_NC24ads_A100_v4", "Standard_ND96asr_v4", "Standard_D64s_v3", "Standard_M128"].map((vmSize) => ({
      props: cluster({ vmSize }),
      at: [SIZE],
    })),
    { props: typed({ computeType: "ComputeInstance", properties: {} }), at: [SIZE] },
  ],
  empty: "fail",
  unknown: [{ props: cluster({ vmSize: unknown }), at: SIZE }],
});

test.each([
  ["Standard_NC4as_T4_v3", "pass"],
  ["standard_nc4as_t4_v3", "pass"],
  ["Standard_DS3_v2", "fail"],
])("allowedVmSizes replaces the list: %s %s", async (vmSize, outcome) => {
  const verdicts = await judge(mlCompute.vmSizes, {
    resources: [{ type: `azure-native:${COMPUTE}`, props: cluster({ vmSize }) }],
    config: { allowedVmSizes: ["Standard_NC4as_T4_v3"] },
  });
  expect(verdicts.map((verdict) => verdict.outcome)).toEqual([outcome]);
});

prove({
  rule: mlCompute.retiringCompute,
  type: COMPUTE,
  ring: "test",
  good: [
    { props: compute("Kubernetes") },
    ...["Standard_NC6s_v3", "Standard_NC24ads_A100_v4", "Standard_NC4as_T4_v3", "Standard_NV6"].map((vmSize) => ({
      props: cluster({ vmSize }),
    })),
    { props: typed({ computeType: "AmlCompute", properties: { vmSize: "Standard_DS3_v2" } }) },
  ],
  bad: [
    { props: typed({ computeType: "AKS" }), at: [KIND] },
    { props: compute("aks", { agentVmSize: "Standard_NC12" }), at: [KIND, `${INNER}.agentVmSize`] },
    ...["Standard_NC6", "Standard_NC24r", "STANDARD_NC12_PROMO", "NC24"].map((vmSize) => ({
      props: cluster({ vmSize }),
      at: [SIZE],
    })),
    { props: compute("VirtualMachine", { virtualMachineSize: "Standard_NC6" }), at: [`${INNER}.virtualMachineSize`] },
  ],
  empty: "pass",
  unknown: [
    { props: compute(unknown), at: KIND },
    { props: cluster({ vmSize: unknown }), at: SIZE },
    { props: { properties: unknown }, at: "properties" },
  ],
});

test.each([
  ["prod", {}, "pass"],
  ["dev", {}, "fail"],
  [undefined, {}, "pass"],
  [undefined, { environment: "dev" }, "fail"],
] as const)("AKS compute in ring %s with the tags %j: %s", async (ring, tags, outcome) => {
  const resources = [{ type: `azure-native:${COMPUTE}`, props: { ...compute("AKS"), tags } }];
  const verdicts = await judge(mlCompute.retiringCompute, { resources, ring });
  expect(verdicts.map((verdict) => verdict.outcome)).toEqual([outcome]);
});

const LATEST = `${INNER}.osImageMetadata.isLatestOsImageVersion`;
const image = (isLatestOsImageVersion: unknown) => ({
  props: instance(),
  outputs: instance({ osImageMetadata: { isLatestOsImageVersion } }),
});

prove({
  rule: mlCompute.instanceImage,
  type: COMPUTE,
  good: [{ props: cluster() }, image(true)],
  bad: [{ ...image(false), at: [LATEST] }],
  empty: "undetermined",
  unknown: [
    { ...image(unknown), at: LATEST },
    { ...image(undefined), at: LATEST },
    { props: instance(), outputs: { properties: unknown }, at: "properties" },
    { props: instance({ vmSize: "Standard_DS3_v2" }), at: LATEST },
  ],
});
