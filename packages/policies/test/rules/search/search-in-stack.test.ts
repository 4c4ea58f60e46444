import * as search from "@ringfence/policies/rules/search";
import { type JudgedResource, judge, unknown } from "@ringfence/policies/testing";
import { prove } from "../prove";

const SERVICE = "search:Service";
const ID = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Search/searchServices/documents";
const token = (type: string) => `azure-native:${type}`;
const outcomeOf = async (...[rule, options]: Parameters<typeof judge>) =>
  (await judge(rule, options)).find(({ urn }) => urn?.endsWith("::judged"))?.outcome;

const setting = (logs: unknown): JudgedResource => ({
  type: token("monitor:DiagnosticSetting"),
  name: "setting",
  props: { resourceUri: ID.toUpperCase(), logs },
  outputs: { logs },
});

prove({
  rule: search.diagnostics,
  type: SERVICE,
  beside: [setting([{ category: "OperationLogs", enabled: true }])],
  good: [{ props: {}, outputs: { id: ID } }],
  bad: [
    { props: {}, outputs: { id: `${ID}2` }, at: [undefined] },
    { props: {}, outputs: {}, at: [undefined] },
  ],
  empty: "fail",
  unknown: [],
});

test.each([
  ["a setting made from the service, whose id is not known yet", [{ enabled: true }], "pass"],
  ["a setting with its logs switched off", [{ enabled: false }], "fail"],
  ["a setting of metrics alone", undefined, "fail"],
  ["a setting whose logs are not known yet", unknown, "undetermined"],
])("logs of a search service with %s", async (_what, logs, outcome) => {
  const resources = [
    { type: token(SERVICE), name: "judged", props: {}, outputs: { id: unknown } },
    {
      type: token("insights:DiagnosticSetting"),
      props: { resourceUri: unknown, logs },
      propertyDependencies: { resourceUri: ["judged"] },
    },
  ];
  expect(await outcomeOf(search.diagnostics, { resources })).toBe(outcome);
});

const tags = { businessCriticality: "high" };

prove({
  rule: search.multipleRegions,
  type: SERVICE,
  beside: [{ type: token(SERVICE), name: "other", props: { location: "swedencentral" } }],
  good: [
    { props: { location: "Sweden Central", tags: { businessCriticality: "medium" } } },
    { props: { location: "Sweden Central", tags: { ...tags, "divergence-reason": "rebuilt within the hour" } } },
    { props: { location: "germanywestcentral", tags } },
  ],
  bad: [
    { props: { location: "Sweden Central", tags }, at: ["location"] },
    { props: { location: "swedencentral", tags: { BusinessCriticality: "Mission-Critical" } }, at: ["location"] },
    { props: { tags: { ...tags, "divergence-reason": " " } }, at: ["location"] },
  ],
  empty: "pass",
  unknown: [
    { props: { location: unknown, tags }, at: "location" },
    { props: { location: "swedencentral", tags: unknown }, at: "tags" },
    {
      props: { location: "swedencentral", tags: { ...tags, "divergence-reason": unknown } },
      at: "tags.divergence-reason",
    },
    { props: { location: "swedencentral", tags: { businessCriticality: unknown } }, at: "tags.businessCriticality" },
  ],
});

test.each([
  ["alone, wherever it will be", [], {}, "prod", "fail"],
  ["alone where one region is asked for", [], { minimumRegions: 1 }, "prod", "undetermined"],
  ["alone in another ring", [], {}, "dev", "pass"],
  ["beside another in the same region, both not known yet", [unknown], {}, "prod", "undetermined"],
  ["in two regions where three are asked for", ["westeurope"], { minimumRegions: 3 }, "prod", "fail"],
] as const)("a critical search service %s", async (_what, others, config, ring, outcome) => {
  const resources = [unknown, ...others].map((location, index) => ({
    type: token(SERVICE),
    name: index === 0 ? "judged" : "other",
    props: { location, tags },
  }));
  expect(await outcomeOf(search.multipleRegions, { resources, config, ring })).toBe(outcome);
});

test("what the program leaves out is absent at preview, although Azure might answer anything", async () => {
  const location = "swedencentral";
  const critical = async (tags: unknown) =>
    outcomeOf(search.multipleRegions, {
      ring: "prod",
      resources: [
        { type: token(SERVICE), name: "judged", props: { location, tags }, outputs: { location, tags: unknown } },
      ],
    });
  expect(await critical(undefined)).toBe("pass");
  expect(await critical(tags)).toBe("fail");
});

const endpoint = (groupId: string, id: unknown): JudgedResource => ({
  type: token("network:PrivateEndpoint"),
  name: "endpoint",
  props: { privateLinkServiceConnections: [{ privateLinkServiceId: id, groupIds: [groupId] }] },
});

prove({
  rule: search.privateEndpoint,
  type: SERVICE,
  beside: [endpoint("searchService", ID)],
  good: [{ props: {}, outputs: { id: ID } }],
  bad: [
    { props: { publicNetworkAccess: "disabled" }, outputs: { id: `${ID}2` }, at: [undefined] },
    { props: {}, outputs: {}, at: [undefined] },
  ],
  empty: "fail",
  unknown: [],
});

test.each([
  [SERVICE, {}, "searchService", "pass"],
  [SERVICE, {}, "account", "fail"],
  ["cognitiveservices:Account", {}, "account", "pass"],
  ["cognitiveservices:Account", {}, "searchService", "fail"],
  ["machinelearningservices:Workspace", {}, "amlworkspace", "pass"],
  ["machinelearningservices:Workspace", { kind: "Hub" }, "account", "fail"],
  ["machinelearningservices:Workspace", { kind: "project" }, "account", "pass"],
  ["cognitiveservices:Account", { kind: "Project" }, "amlworkspace", "fail"],
])("%s %j with an endpoint for %s", async (type, props, groupId, outcome) => {
  const resources = [
    { type: token(type), name: "judged", props, outputs: { id: unknown } },
    { ...endpoint(groupId, unknown), propertyDependencies: { privateLinkServiceConnections: ["judged"] } },
  ];
  expect(await outcomeOf(search.privateEndpoint, { resources })).toBe(outcome);
});

test("an endpoint that somebody must approve leads to the service too", async () => {
  const { props, ...rest } = endpoint("searchService", ID);
  const resources = [
    { type: token(SERVICE), name: "judged", props: {}, outputs: { id: ID } },
    { ...rest, props: { manualPrivateLinkServiceConnections: props.privateLinkServiceConnections } },
  ];
  expect(await outcomeOf(search.privateEndpoint, { resources })).toBe("pass");
});
