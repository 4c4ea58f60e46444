import type { RegistryArgs } from "@pulumi/azure-native/machinelearningservices";
import * as mlWorkspace from "@ringfence/policies/rules/ml-workspace";
import { type JudgedResource, judge, unknown } from "@ringfence/policies/testing";
import { prove } from "../prove";

const WORKSPACE = "machinelearningservices:Workspace";
const REGISTRY = "machinelearningservices:Registry";
const ID = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/train";
/** A bag that azure-native's own types accept. */
const typed = (given: Omit<RegistryArgs, "resourceGroupName">) => given as Record<string, unknown>;
const tags = { "divergence-reason": "trains once a month; may wait for its region" };

prove({
  rule: mlWorkspace.diagnostics,
  type: WORKSPACE,
  beside: [
    {
      type: "azure-native:monitor:DiagnosticSetting",
      name: "setting",
      props: { resourceUri: ID.toUpperCase(), logs: [{ categoryGroup: "allLogs", enabled: true }] },
    },
  ],
  good: [{ props: {}, outputs: { id: ID } }],
  bad: [
    { props: {}, outputs: { id: `${ID}2` }, at: [undefined] },
    { props: {}, outputs: {}, at: [undefined] },
  ],
  empty: "fail",
  unknown: [],
});

prove({
  rule: mlWorkspace.multipleRegions,
  type: WORKSPACE,
  beside: [{ type: `azure-native:${WORKSPACE}`, name: "other", props: { location: "swedencentral" } }],
  good: [
    { props: { location: "swedencentral", tags } },
    { props: { location: "swedencentral", kind: "Project" } },
    { props: { location: "Germany West Central" } },
  ],
  bad: [
    { props: { location: "Sweden Central" }, at: ["location"] },
    { props: { location: "swedencentral", kind: "Hub", tags: { "divergence-reason": "" } }, at: ["location"] },
  ],
  empty: "fail",
  unknown: [
    { props: { location: unknown }, at: "location" },
    { props: { location: "swedencentral", tags: unknown }, at: "tags" },
  ],
});

prove({
  rule: mlWorkspace.multipleRegions,
  type: REGISTRY,
  good: [
    { props: typed({ regionDetails: [{ location: "swedencentral" }], tags }) },
    { props: { regionDetails: [{ location: "westeurope" }, { location: unknown }, { location: "northeurope" }] } },
    { props: typed({ regionDetails: [{ location: "Sweden Central" }, { location: "germanywestcentral" }] }) },
  ],
  bad: [
    { props: typed({ regionDetails: [{ location: "swedencentral" }] }), at: ["regionDetails"] },
    {
      props: typed({ regionDetails: [{ location: "Sweden Central" }, { location: "swedencentral" }] }),
      at: ["regionDetails"],
    },
    { props: typed({ location: "swedencentral" }), at: ["regionDetails"] },
  ],
  empty: "fail",
  unknown: [
    { props: { regionDetails: unknown }, at: "regionDetails" },
    {
      props: { regionDetails: [{ location: "swedencentral" }, { location: unknown }] },
      at: "regionDetails[1].location",
    },
  ],
});

test.each([
  ["another region", "westeurope", "prod", "pass"],
  ["the same region", "swedencentral", "prod", "fail"],
  ["the same region, in the test ring", "swedencentral", "test", "pass"],
  ["a region that is not known yet", unknown, "prod", "undetermined"],
] as const)("two workspaces, the second in %s", async (_what, location, ring, outcome) => {
  const resources: JudgedResource[] = ["swedencentral", location].map((place) => ({
    type: `azure-native:${WORKSPACE}`,
    props: { location: place },
  }));
  const verdicts = await judge(mlWorkspace.multipleRegions, { resources, ring });
  expect(verdicts.map((verdict) => verdict.outcome)).toEqual([outcome, outcome]);
});

test("what the program leaves out is absent at preview, although Azure might answer anything", async () => {
  const resources: JudgedResource[] = [
    {
      type: `azure-native:${WORKSPACE}`,
      props: { location: "swedencentral" },
      outputs: { location: "swedencentral", kind: unknown, tags: unknown },
    },
  ];
  const verdicts = await judge(mlWorkspace.multipleRegions, { resources, ring: "prod" });
  expect(verdicts.map(({ outcome, path }) => ({ outcome, path }))).toEqual([{ outcome: "fail", path: "location" }]);
});
