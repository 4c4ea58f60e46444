import { alertsFor, type MonitoredService, metricTables } from "@ringfence/core/alerts";
import { operationsDashboardProblems } from "../../src/dashboard/dashboard-problems";
import { OperationsDashboard } from "../../src/dashboard/operations-dashboard";
import { sections } from "../../src/dashboard/tiles";
import { workbookJson } from "../../src/dashboard/workbook";
import type { RingContext } from "../../src/ring/context";
import { shapeProblems } from "../azure-shapes";
import { metricProblems } from "../metric-alerts";
import { recordResources } from "../recorded-resources";
import { ringContextOf } from "../ring-contexts";

interface Item {
  type: number;
  name: string;
  customWidth?: string;
  content: {
    title?: string;
    items?: Item[];
    query?: string;
    queryType?: number;
    crossComponentResources?: string[];
    resourceParameter?: string;
    metrics?: { metric: string; aggregation: number; splitBy: string[] | null }[];
    parameters?: { name: string; query?: string }[];
  };
}

async function workbookIn(ring: RingContext) {
  const { resources, outputs } = await recordResources(() => {
    const { workbookId } = new OperationsDashboard("board", { ring });
    return { workbookId };
  });
  const workbook = resources.find(({ type }) => type === "azure-native:applicationinsights:Workbook");
  const text = workbook?.inputs.serializedData as string;
  return { resources, outputs, inputs: workbook?.inputs, text, items: (JSON.parse(text) as { items: Item[] }).items };
}

const ring = ringContextOf("prod");
const tiles = sections.flatMap((section) => section.tiles);

test("it is one shared workbook with a UUID for a name, which stays and differs between rings", async () => {
  const { resources, inputs, outputs } = await workbookIn(ring);
  expect(resources.map(({ type, name }) => [type, name])).toEqual([
    ["ringfence:index:OperationsDashboard", "board"],
    ["azure-native:applicationinsights:Workbook", "board-workbook"],
  ]);
  expect(inputs).toMatchObject({
    resourceName: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
    resourceGroupName: "rg-claims",
    location: "swedencentral",
    kind: "shared",
    category: "workbook",
    displayName: "claims-assistant in prod",
    sourceId: ring.logAnalyticsId,
    tags: ring.tags,
  });
  expect(outputs.workbookId).toContain("board-workbook");
  expect((await workbookIn(ring)).inputs).toEqual(inputs);
  expect((await workbookIn(ringContextOf("test"))).inputs?.resourceName).not.toBe(inputs?.resourceName);
  expect(shapeProblems(resources)).toEqual([]);
});

test("a title, a time range with the resources by type, and a group for each section", async () => {
  const { items } = await workbookIn(ring);
  expect(items.map(({ type, name }) => [type, name])).toEqual([
    [1, "title"],
    [9, "parameters"],
    ...sections.map(({ title }) => [12, title]),
  ]);
  expect(items[1]?.content.parameters?.map(({ name }) => name)).toEqual(["TimeRange", "CognitiveServicesaccounts"]);
  const shown = items.slice(2).flatMap(({ content }) => content.items ?? []);
  expect(shown.map(({ name }) => name)).toEqual(tiles.map(({ id }) => id));
});

test("tiles have ids of their own, a title and a question", () => {
  expect(new Set(tiles.map(({ id }) => id)).size).toBe(tiles.length);
  for (const { id, title, asks } of tiles)
    expect([id, title.trim() !== "", asks.endsWith("?")]).toEqual([id, true, true]);
});

test("it answers what the requirement asks: traffic, latency, errors, tokens, quota, alerts, expiries, cost by tag", () => {
  expect(tiles.map(({ id }) => id)).toEqual(
    expect.arrayContaining([
      ...["requests", "model-requests", "request-latency", "model-time-to-respond", "request-failures"],
      ...["model-answers", "tokens-in", "tokens-out", "quota", "provisioned-utilization", "turned-away"],
      ...["alerts-firing", "alerts-switched-off", "secret-expiries", "cost-by-service", "cost-by-cost-center"],
      ...["ring-resources", "levels-now", "level-budget-left", "model-versions", "incidents-open", "secret-days-left"],
      ...["evaluation-scores", "red-team-findings", "blocked-by-category"],
    ]),
  );
});

test("log tiles ask the ring's workspace, graph tiles its subscription", async () => {
  const { items } = await workbookIn(ring);
  const shown = items.slice(2).flatMap(({ content }) => content.items ?? []);
  const asked = (queryType: number) =>
    new Set(
      shown.filter(({ content }) => content.queryType === queryType).flatMap((i) => i.content.crossComponentResources),
    );
  expect(asked(0)).toEqual(new Set([ring.logAnalyticsId]));
  expect(asked(1)).toEqual(new Set(["/subscriptions/00000000-0000-4000-8000-000000000000"]));
});

test("expiries are looked for over a secret's whole life, the rest in the time range that the reader chose", async () => {
  const { items } = await workbookIn(ring);
  const shown = items.slice(2).flatMap(({ content }) => content.items ?? []);
  const content = (id: string) => shown.find(({ name }) => name === id)?.content;
  expect(content("secret-expiries")).toMatchObject({ timeContext: { durationMs: 90 * 24 * 60 * 60 * 1000 } });
  expect(content("secret-expiries")).not.toHaveProperty("timeContextFromParameter");
  expect(content("requests")).toMatchObject({ timeContextFromParameter: "TimeRange" });
});

test("metric tiles read metrics that exist and may be used, for every resource with the ring's tags", async () => {
  const metricTiles = tiles.flatMap((tile) => (tile.source === "metrics" ? [tile] : []));
  expect(metricTiles.length).toBeGreaterThan(8);
  for (const { id, service, metric, aggregation, splitBy } of metricTiles) {
    const table: Record<string, { aggregations: readonly string[]; dimensions: readonly string[] }> =
      metricTables[service].metrics;
    expect([id, table[metric]?.aggregations]).toEqual([id, expect.arrayContaining([aggregation])]);
    expect([id, table[metric]?.dimensions]).toEqual([id, expect.arrayContaining([splitBy])]);
  }
  const uses = metricTiles.map(({ id, service, metric, aggregation, splitBy }) => ({
    name: id,
    namespace: service,
    metric,
    aggregation,
    dimensions: splitBy === undefined ? [] : [splitBy],
  }));
  expect(metricProblems(uses)).toEqual([]);
  const { items } = await workbookIn(ring);
  const requests = items.flatMap(({ content }) => content.items ?? []).find(({ name }) => name === "model-requests");
  expect(requests?.content).toMatchObject({
    resourceParameter: "CognitiveServicesaccounts",
    metrics: [
      {
        namespace: "microsoft.cognitiveservices/accounts",
        metric: "microsoft.cognitiveservices/accounts-Azure OpenAI  HTTP Requests-AzureOpenAIRequests",
        aggregation: 1,
        splitBy: ["ModelDeploymentName"],
      },
    ],
  });
});

test("every metric that an alert on models reads has a tile, so that a page can be followed to a chart", () => {
  const service: MonitoredService = "Microsoft.CognitiveServices/accounts";
  const alerted = alertsFor(service).flatMap((row) => (row.kind === "metric" ? [row.metric] : []));
  const shown = tiles.flatMap((tile) => (tile.source === "metrics" ? [tile.metric] : []));
  expect(shown).toEqual(expect.arrayContaining(alerted));
});

test("cost is asked for the ring's resource group by tag, as a call that Azure Resource Manager takes", async () => {
  const { items } = await workbookIn(ring);
  const cost = items.flatMap(({ content }) => content.items ?? []).find(({ name }) => name === "cost-by-service");
  const call = JSON.parse(cost?.content.query ?? "") as { path: string; method: string; data: string };
  expect([cost?.content.queryType, call.method]).toEqual([12, "POST"]);
  expect(call.path).toBe(`${ring.resourceGroupId}/providers/Microsoft.CostManagement/query`);
  expect(JSON.parse(call.data)).toMatchObject({ dataset: { grouping: [{ type: "TagKey", name: "service" }] } });
});

test("nothing of the ring is left as a placeholder, and nothing in it breaks out of a query", async () => {
  const { text } = await workbookIn(ring);
  expect(text).not.toMatch(/\{(service|environment|location|subscriptionId|resourceGroupId)\}/);
  const sources = {
    service: 'x" or true //',
    environment: "prod",
    location: "swedencentral",
    subscriptionId: "/subscriptions/1",
    resourceGroupId: "/subscriptions/1/resourceGroups/rg",
    logAnalyticsId: "/log",
  };
  const queries = JSON.stringify(JSON.parse(workbookJson("t", sections, sources)));
  expect(queries).not.toContain('=~ \\"x\\" or');
});

test("the text is the same byte for byte, its keys in order", async () => {
  const { text } = await workbookIn(ring);
  expect((await workbookIn(ring)).text).toBe(text);
  const top = Object.keys(JSON.parse(text) as object);
  expect(top).toEqual([...top].sort());
});

test("a title of one's own is taken; a blank or endless one is refused", async () => {
  expect(operationsDashboardProblems("board", { ring, title: "Claims" })).toEqual([]);
  const problem = expect.stringMatching(/is not a name of 1 to 100 characters; leave it out for the default$/);
  for (const title of [" ", "x".repeat(101)])
    expect(operationsDashboardProblems("board", { ring, title })).toEqual([{ path: "title", problem }]);
  const program = () => {
    new OperationsDashboard("board", { ring, title: "" });
  };
  await expect(recordResources(program)).rejects.toThrow('OperationsDashboard "board":\n  title: "" is not a name');
});
