import type * as applicationinsights from "@pulumi/azure-native/applicationinsights";
import * as applicationInsights from "@ringfence/policies/rules/application-insights";
import { judge, unknown } from "@ringfence/policies/testing";
import { prove } from "../prove";

const COMPONENT = "applicationinsights:Component";
const WORKSPACE = "operationalinsights:Workspace";
const ID = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.OperationalInsights/workspaces/log";

prove({
  rule: applicationInsights.workspace,
  type: COMPONENT,
  good: [{ props: { workspaceResourceId: ID } }],
  bad: [
    { props: { kind: "web" }, at: ["workspaceResourceId"] },
    { props: { workspaceResourceId: "" }, at: ["workspaceResourceId"] },
  ],
  empty: "fail",
  unknown: [{ props: { workspaceResourceId: unknown }, at: "workspaceResourceId" }],
});

test("a workspace that is made in the same preview counts before its id is known", async () => {
  const [verdict] = await judge(applicationInsights.workspace, {
    mode: "preview",
    resources: [
      { type: `azure-native:${WORKSPACE}`, name: "log", props: {} },
      {
        type: `azure-native:${COMPONENT}`,
        name: "insights",
        props: { workspaceResourceId: unknown },
        propertyDependencies: { workspaceResourceId: ["log"] },
      },
    ],
  });
  expect(verdict?.outcome).toBe("pass");
});

prove({
  rule: applicationInsights.localAuthentication,
  type: COMPONENT,
  good: [{ props: { disableLocalAuth: true } }],
  bad: [
    { props: { disableLocalAuth: false }, at: ["disableLocalAuth"] },
    { props: { kind: "web" }, at: ["disableLocalAuth"] },
    { props: { disableLocalAuth: "true" }, at: ["disableLocalAuth"] },
  ],
  empty: "fail",
  unknown: [{ props: { disableLocalAuth: unknown }, at: "disableLocalAuth" }],
});

const replica = (enabled: unknown, location?: unknown) => ({
  props: { replication: { enabled, ...(location !== undefined && { location }) } },
});

prove({
  rule: applicationInsights.logReplication,
  type: WORKSPACE,
  good: [{ props: { features: { clusterResourceId: "/cluster" } } }, replica(true, "northeurope")],
  bad: [
    { ...replica(false, "northeurope"), at: ["replication.enabled"] },
    { ...replica(true), at: ["replication.location"] },
    { props: { sku: { name: "PerGB2018" } }, at: ["replication"] },
  ],
  empty: "fail",
  unknown: [
    { ...replica(unknown, "northeurope"), at: "replication.enabled" },
    { ...replica(true, unknown), at: "replication.location" },
    { props: { replication: unknown }, at: "replication" },
    { props: { features: { clusterResourceId: unknown } }, at: "features.clusterResourceId" },
  ],
});

test("where the replica may be is configured, in either form of a region's name", async () => {
  const judged = async (location: unknown) => {
    const [verdict] = await judge(applicationInsights.logReplication, {
      resources: [{ type: `azure-native:${WORKSPACE}`, ...replica(true, location) }],
      config: { allowedLocations: ["Sweden Central", "northeurope"] },
    });
    return [verdict?.outcome, verdict?.path];
  };
  expect(await judged("swedencentral")).toEqual(["pass", undefined]);
  expect(await judged("North Europe")).toEqual(["pass", undefined]);
  expect(await judged("eastus")).toEqual(["fail", "replication.location"]);
  expect(await judged(undefined)).toEqual(["fail", "replication.location"]);
  expect(await judged(unknown)).toEqual(["undetermined", "replication.location"]);
});

test("a component as azure-native types it keeps both rules", async () => {
  const args: applicationinsights.ComponentArgs = {
    resourceGroupName: "rg",
    kind: "web",
    applicationType: "web",
    workspaceResourceId: ID,
    disableLocalAuth: true,
  };
  const rules = [applicationInsights.workspace, applicationInsights.localAuthentication];
  const verdicts = await judge(rules, { resources: [{ type: `azure-native:${COMPONENT}`, props: { ...args } }] });
  expect(verdicts.map(({ outcome }) => outcome)).toEqual(["pass", "pass"]);
});
