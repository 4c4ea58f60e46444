import { NetworkMode, type RingName, rings } from "@ringfence/core/rings";
import { RoleName, roleDefinitionId } from "@ringfence/core/roles";
import { privateDnsZoneNames } from "../../src/private-endpoints/zones";
import type { EnvironmentRingArgs } from "../../src/ring/args";
import { EnvironmentRing } from "../../src/ring/environment-ring";
import { plain, shapeProblems } from "../azure-shapes";
import { type RecordedResource, recordResources } from "../recorded-resources";
import { ringArgs, ringTags } from "./ring-args";

async function created(args: EnvironmentRingArgs): Promise<RecordedResource[]> {
  const { resources } = await recordResources(() => void new EnvironmentRing("claims", args));
  return resources;
}

const short = ({ type, name }: RecordedResource) => `${type.replace("azure-native:", "")} ${name}`;

function named(resources: readonly RecordedResource[], label: string): RecordedResource {
  const found = resources.filter((resource) => short(resource) === label);
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} resources are ${label}`);
  return found[0];
}

const inputs = (resources: readonly RecordedResource[], label: string) => plain(named(resources, label).inputs);
const id = (type: string, name: string) =>
  `/subscriptions/00000000-0000-4000-8000-000000000000/azure-native:${type}/${name}`;
const inGroup = { resourceGroupName: "rg-claims-prod", location: "swedencentral", tags: ringTags("prod") };

const everywhere = [
  "ringfence:index:EnvironmentRing claims",
  "resources:ResourceGroup claims-group",
  "operationalinsights:Workspace claims-logs",
  "monitor:DiagnosticSetting claims-logs-diagnostics",
  "applicationinsights:Component claims-insights",
  "managedidentity:UserAssignedIdentity claims-jobs",
  "authorization:RoleAssignment claims-jobs-telemetry",
  "monitor:ActionGroup claims-sev0",
  "monitor:ActionGroup claims-sev1",
  "monitor:ActionGroup claims-sev2",
  "keyvault:Vault claims-vault",
  "monitor:DiagnosticSetting claims-vault-diagnostics",
  "monitor:ActivityLogAlert claims-service-health",
  "consumption:Budget claims-budget",
];
const privately = [
  "network:VirtualNetwork claims-network",
  "monitor:DiagnosticSetting claims-network-diagnostics",
  "network:NetworkSecurityGroup claims-endpoints-rules",
  "monitor:DiagnosticSetting claims-endpoints-rules-diagnostics",
  "network:Subnet claims-endpoints",
  "network:NetworkSecurityGroup claims-jobs-rules",
  "monitor:DiagnosticSetting claims-jobs-rules-diagnostics",
  "network:Subnet claims-jobs",
  ...privateDnsZoneNames.flatMap((zone) => [
    `privatedns:PrivateZone claims-${zone}`,
    `privatedns:VirtualNetworkLink claims-${zone}`,
  ]),
  "network:PrivateEndpoint claims-vault",
  "network:PrivateDnsZoneGroup claims-vault-zones",
];
const locked = ["authorization:ManagementLockByScope claims-lock"];

const expected: Record<RingName, string[]> = {
  sandbox: everywhere,
  dev: everywhere,
  test: [...everywhere, ...privately],
  prod: [...everywhere, ...privately, ...locked],
};

test.each(Object.keys(rings) as RingName[])("in %s exactly these resources are made", async (ring) => {
  const resources = await created(ringArgs(ring));
  expect(resources.map(short).toSorted()).toEqual(expected[ring].toSorted());
  expect(shapeProblems(resources)).toEqual([]);
});

test("an override decides against the ring's row", async () => {
  const closedProd = await created(
    ringArgs("prod", { overrides: { network: NetworkMode.Closed, deleteLock: false, logRetentionDays: 90 } }),
  );
  expect(closedProd.map(short).toSorted()).toEqual(everywhere.toSorted());
  expect(inputs(closedProd, "operationalinsights:Workspace claims-logs")).toMatchObject({ retentionInDays: 90 });
  const privateDev = await created(ringArgs("dev", { overrides: { network: NetworkMode.Private } }));
  expect(privateDev.map(short).toSorted()).toEqual([...everywhere, ...privately].toSorted());
});

test("the resource group is named after component and ring", async () => {
  expect(inputs(await created(ringArgs("prod")), "resources:ResourceGroup claims-group")).toEqual(inGroup);
});

test("logs are kept as long as the row says and take no keys", async () => {
  const resources = await created(ringArgs("prod"));
  expect(inputs(resources, "operationalinsights:Workspace claims-logs")).toEqual({
    ...inGroup,
    workspaceName: "log-claims-prod",
    sku: { name: "PerGB2018" },
    retentionInDays: 365,
    features: { disableLocalAuth: true, enableLogAccessUsingOnlyResourcePermissions: true },
    publicNetworkAccessForIngestion: "Enabled",
    publicNetworkAccessForQuery: "Enabled",
  });
  expect(inputs(resources, "applicationinsights:Component claims-insights")).toEqual({
    ...inGroup,
    resourceName: "appi-claims-prod",
    kind: "web",
    applicationType: "web",
    ingestionMode: "LogAnalytics",
    workspaceResourceId: id("operationalinsights:Workspace", "claims-logs"),
    disableLocalAuth: true,
    publicNetworkAccessForIngestion: "Enabled",
    publicNetworkAccessForQuery: "Enabled",
    // azure-native's SDK adds these two
    flowType: "Bluefield",
    requestSource: "rest",
  });
});

test("everything that has diagnostic settings sends its logs to the ring's workspace", async () => {
  const resources = await created(ringArgs("prod"));
  const settings = resources.filter(({ type }) => type === "azure-native:monitor:DiagnosticSetting");
  const workspace = id("operationalinsights:Workspace", "claims-logs");
  for (const setting of settings) expect(setting.inputs).toMatchObject({ workspaceId: workspace });
  expect(settings.map((setting) => setting.inputs.resourceUri).toSorted()).toEqual(
    [
      workspace,
      id("keyvault:Vault", "claims-vault"),
      id("network:VirtualNetwork", "claims-network"),
      id("network:NetworkSecurityGroup", "claims-endpoints-rules"),
      id("network:NetworkSecurityGroup", "claims-jobs-rules"),
    ].toSorted(),
  );
});

test("the jobs' identity may send telemetry and nothing else", async () => {
  const resources = await created(ringArgs("prod"));
  expect(inputs(resources, "managedidentity:UserAssignedIdentity claims-jobs")).toEqual({
    ...inGroup,
    resourceName: "id-claims-prod-jobs",
  });
  const assignments = resources.filter(({ type }) => type.endsWith(":RoleAssignment"));
  expect(assignments.map((assignment) => assignment.inputs)).toEqual([
    {
      roleAssignmentName: expect.any(String),
      scope: id("applicationinsights:Component", "claims-insights"),
      roleDefinitionId: roleDefinitionId(RoleName.MonitoringMetricsPublisher),
      principalId: "id-claims-prod-jobs-principal",
      principalType: "ServicePrincipal",
    },
  ]);
});

test("the lock is made after all other parts of the ring", async () => {
  const resources = await created(ringArgs("prod"));
  const lock = named(resources, "authorization:ManagementLockByScope claims-lock");
  expect(lock.inputs).toEqual({
    lockName: "lock-claims-prod",
    scope: id("resources:ResourceGroup", "claims-group"),
    level: "CanNotDelete",
    notes: "prod of claims. To delete or replace something in it, deploy with overrides.deleteLock false first.",
  });
  const others = resources.filter(({ custom, urn }) => custom && urn !== lock.urn).map(({ urn }) => urn);
  expect(lock.dependencies.toSorted()).toEqual(others.toSorted());
});

test("names and inputs are the same at every run, and differ between stacks where they are unique in all of Azure", async () => {
  const run = async (stack: string) => {
    const program = () => void new EnvironmentRing("claims", ringArgs("prod"));
    const { resources } = await recordResources(program, { stack });
    return new Map(resources.map((resource) => [short(resource), JSON.stringify(resource.inputs)]));
  };
  const first = await run("prod");
  expect(await run("prod")).toEqual(first);
  const vault = "keyvault:Vault claims-vault";
  expect((await run("prod-west")).get(vault)).not.toBe(first.get(vault));
});

test("a stated suffix takes the place of the one made from project, stack, name and ring", async () => {
  const resources = await created(ringArgs("dev", { nameSuffix: "blue7" }));
  expect(inputs(resources, "keyvault:Vault claims-vault")).toMatchObject({ vaultName: "kv-claims-dev-blue7" });
});

test("nothing is created when an argument is wrong", async () => {
  const program = () => void new EnvironmentRing("claims", ringArgs("prod", { monthlyBudget: 0 }));
  await expect(recordResources(program)).rejects.toThrow(
    'EnvironmentRing "claims":\n  monthlyBudget: 0 is not a number above 0',
  );
});
