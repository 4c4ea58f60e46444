import { operationsDashboardProblems } from "../../src/dashboard/dashboard-problems";
import { OperationsDashboard } from "../../src/dashboard/operations-dashboard";
import type { DashboardPart } from "../../src/dashboard/portal-dashboard";
import { sections } from "../../src/dashboard/tiles";
import { wallTiles } from "../../src/dashboard/wall";
import { shapeProblems } from "../azure-shapes";
import { recordResources } from "../recorded-resources";
import { ringContextOf } from "../ring-contexts";

const ring = ringContextOf("prod");
const dev = ringContextOf("dev");

test("with a wall, a portal dashboard hangs beside the workbook, named after ring and component", async () => {
  const { resources } = await recordResources(() => {
    new OperationsDashboard("board", { ring, wall: true });
  });
  expect(resources.map(({ type, name }) => [type, name])).toEqual([
    ["ringfence:index:OperationsDashboard", "board"],
    ["azure-native:applicationinsights:Workbook", "board-workbook"],
    ["azure-native:portal:Dashboard", "board-wall"],
  ]);
  const inputs = resources[2]?.inputs;
  expect(inputs).toMatchObject({
    dashboardName: "dash-claims-prod-board",
    location: "swedencentral",
    tags: { ...ring.tags, "hidden-title": "claims-assistant in prod" },
    properties: { metadata: { model: { timeRange: { value: { relative: { duration: 24, timeUnit: 1 } } } } } },
  });
  expect(shapeProblems(resources)).toEqual([]);
});

test("the wall shows few tiles, none over another, each with its query over the ring's workspace", async () => {
  const { resources } = await recordResources(() => {
    new OperationsDashboard("board", { ring, wall: true });
  });
  const wall = resources.find(({ type }) => type === "azure-native:portal:Dashboard");
  const { lenses = [] } = (wall?.inputs.properties ?? {}) as { lenses?: { parts: DashboardPart[] }[] };
  const parts = lenses[0]?.parts ?? [];
  expect(lenses).toHaveLength(1);
  expect(parts).toHaveLength(wallTiles(sections).length);
  expect(parts.length).toBeLessThanOrEqual(9);
  expect(new Set(parts.map(({ position }) => `${position.x},${position.y}`)).size).toBe(parts.length);
  for (const { position } of parts) expect([position.x % 6, position.y % 4, position.x < 18]).toEqual([0, 0, true]);
  for (const [index, tile] of wallTiles(sections).entries()) {
    const value = (name: string) => parts[index]?.metadata.inputs.find((input) => input.name === name)?.value;
    expect([value("Query"), value("PartTitle")]).toEqual([tile.query, tile.title]);
    expect(value("Scope")).toEqual({ resourceIds: [ring.logAnalyticsId] });
    expect(value("Dimensions") === undefined).toBe(tile.chart === undefined);
  }
});

test("every tile that is meant for the wall exists, and a chart among them says its columns", () => {
  const ids = ["incidents-open", "level-budget-left", "request-failures", "requests", "request-latency"];
  expect(wallTiles(sections).map(({ id }) => id)).toEqual([...ids, "turned-away", "evaluation-scores", "levels-now"]);
  for (const { id, visualization, chart } of wallTiles(sections))
    expect([id, visualization === "timechart"]).toEqual([id, chart !== undefined]);
});

test("a ring that allows previews can have the Grafana dashboard in Azure Monitor", async () => {
  const { resources, outputs } = await recordResources(() => {
    const { grafanaDashboard } = new OperationsDashboard("board", { ring: dev, grafanaInAzureMonitor: true });
    return { grafanaDashboard };
  });
  const inputsOf = (name: string) => resources.find((resource) => resource.name === name)?.inputs;
  expect(resources.map(({ type, name }) => [type, name]).sort()).toEqual([
    ["azure-native:applicationinsights:Workbook", "board-workbook"],
    ["azure-native:dashboard:Dashboard", "board-grafana"],
    ["azure-native:dashboard:DashboardDefinition", "board-grafana-definition"],
    ["ringfence:index:OperationsDashboard", "board"],
  ]);
  expect(inputsOf("board-grafana")).toMatchObject({ dashboardName: "dbg-claims-dev-board", tags: dev.tags });
  expect(inputsOf("board-grafana-definition")).toMatchObject({
    definitionName: "default",
    properties: { serializedData: outputs.grafanaDashboard },
  });
  expect(shapeProblems(resources)).toEqual([]);
});

test("a ring that takes no previews refuses it, with what to do instead", () => {
  expect(operationsDashboardProblems("board", { ring: dev, grafanaInAzureMonitor: true })).toEqual([]);
  expect(operationsDashboardProblems("board", { ring, grafanaInAzureMonitor: true })).toEqual([
    {
      path: "grafanaInAzureMonitor",
      problem:
        "true, and prod takes no preview API; import the output grafanaDashboard into Azure Managed Grafana instead",
    },
  ]);
});

test("a component's name that makes no dashboard's name is refused, if a dashboard gets it", () => {
  expect(operationsDashboardProblems("Board", { ring })).toEqual([]);
  expect(operationsDashboardProblems("Board", { ring, wall: true })).toEqual([
    { path: "name", problem: expect.stringMatching(/"Board"/) },
  ]);
});
