import { EnvironmentRing } from "../../src/ring/environment-ring";
import { type RecordingOptions, recordResources } from "../recorded-resources";
import { ringArgs } from "./ring-args";

async function vaultProperties(args: ReturnType<typeof ringArgs>, options: RecordingOptions = {}) {
  const { resources } = await recordResources(() => void new EnvironmentRing("claims", args), options);
  return resources.find(({ type }) => type === "azure-native:keyvault:Vault")?.inputs.properties;
}

const closed = {
  tenantId: "33333333-3333-4333-8333-333333333333",
  sku: { family: "A", name: "premium" },
  enableRbacAuthorization: true,
  enableSoftDelete: true,
  softDeleteRetentionInDays: 90,
  publicNetworkAccess: "Disabled",
  networkAcls: { defaultAction: "Deny", bypass: "None", ipRules: [], virtualNetworkRules: [] },
  // azure-native's SDK adds these three
  enabledForDeployment: false,
  enabledForDiskEncryption: false,
  enabledForTemplateDeployment: false,
};

test("a vault takes roles alone, is closed to every network, and cannot be purged where the row says so", async () => {
  expect(await vaultProperties(ringArgs("prod"))).toEqual({ ...closed, enablePurgeProtection: true });
});

test("a preview knows what a vault will be, and whose tenant it trusts", async () => {
  expect(await vaultProperties(ringArgs("sandbox"), { preview: true })).toEqual(closed);
});

test("a stated tenant takes the place of the one of whoever deploys", async () => {
  const tenantId = "0f8fad5b-d9cb-469f-a165-70867728950e";
  expect(await vaultProperties(ringArgs("sandbox", { tenantId }))).toEqual({ ...closed, tenantId });
});

test("purge protection that is off is not mentioned, because Azure refuses false", async () => {
  expect(await vaultProperties(ringArgs("sandbox"))).toEqual(closed);
});

test("a closed ring's vault lets named networks through", async () => {
  const reason = "Engineers work from here";
  const allowedNetworks = [
    { name: "office", range: "203.0.113.0/24", reason },
    { name: "runner", range: "198.51.100.7", reason },
    { name: "agents", subnetId: "/subnet", reason },
  ];
  expect(await vaultProperties(ringArgs("dev", { allowedNetworks }))).toMatchObject({
    publicNetworkAccess: "Enabled",
    networkAcls: {
      defaultAction: "Deny",
      ipRules: [{ value: "203.0.113.0/24" }, { value: "198.51.100.7/32" }],
      virtualNetworkRules: [{ id: "/subnet" }],
    },
  });
});

test("a private ring's vault has no public endpoint, whatever networks are named", async () => {
  const allowedNetworks = [{ name: "office", range: "203.0.113.0/24", reason: "Engineers work from here" }];
  expect(await vaultProperties(ringArgs("prod", { allowedNetworks }))).toMatchObject(closed);
});

test("services that Microsoft trusts come in where somebody says why", async () => {
  const trustedAzureServices = { reason: "The gateway takes its certificate from here" };
  expect(await vaultProperties(ringArgs("prod", { trustedAzureServices }))).toMatchObject({
    publicNetworkAccess: "Disabled",
    networkAcls: { defaultAction: "Deny", bypass: "AzureServices" },
  });
});
