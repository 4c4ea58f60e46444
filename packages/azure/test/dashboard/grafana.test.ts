import { grafanaJson } from "../../src/dashboard/grafana";
import { sections } from "../../src/dashboard/tiles";

const sources = {
  service: "claims-assistant",
  environment: "prod",
  location: "swedencentral",
  subscriptionId: "/subscriptions/00000000-0000-4000-8000-000000000000",
  resourceGroupId: "/subscriptions/00000000-0000-4000-8000-000000000000/resourceGroups/rg-claims",
  logAnalyticsId: "/subscriptions/1/resourceGroups/rg-claims/providers/Microsoft.OperationalInsights/workspaces/log",
};

interface Target {
  refId: string;
  queryType: string;
  datasource: { type: string; uid: string };
  subscription?: string;
  subscriptions?: string[];
  azureLogAnalytics?: { query: string; resources: string[]; resultFormat: string; dashboardTime: boolean };
  azureResourceGraph?: { query: string; resultFormat: string };
  azureMonitor?: { metricName: string; aggregation: string; resources: object[]; dimensionFilters: object[] };
}

interface Panel {
  id: number;
  type: string;
  title: string;
  description?: string;
  timeFrom?: string;
  gridPos: { h: number; w: number; x: number; y: number };
  targets?: Target[];
  options?: { content: string };
}

interface Dashboard {
  uid: string;
  title: string;
  schemaVersion: number;
  panels: Panel[];
  templating: { list: { name: string; type: string; query: unknown; multi?: boolean }[] };
}

const text = grafanaJson("claims-assistant in prod", sections, sources);
const board = JSON.parse(text) as Dashboard;
const tiles = sections.flatMap((section) => section.tiles);
const panels = board.panels.filter(({ type }) => type !== "row");
const panelOf = (id: string) => panels[tiles.findIndex((tile) => tile.id === id)];

test("it is the same text each time, byte for byte, its keys in order, and another ring's has another uid", () => {
  expect(grafanaJson("claims-assistant in prod", sections, sources)).toBe(text);
  expect(Object.keys(board)).toEqual([...Object.keys(board)].sort());
  const other = { ...sources, resourceGroupId: `${sources.resourceGroupId}-test` };
  expect((JSON.parse(grafanaJson(board.title, sections, other)) as Dashboard).uid).not.toBe(board.uid);
});

test("a row for each section and a panel for each tile, in order, with its question", () => {
  const rows = board.panels.filter(({ type }) => type === "row").map(({ title }) => title);
  expect(rows).toEqual(sections.map(({ title }) => title));
  expect(panels.map(({ title }) => title)).toEqual(tiles.map(({ title }) => title));
  expect(panels.map(({ description }) => description)).toEqual(tiles.map(({ asks }) => asks));
  expect(board.panels.map(({ id }) => id)).toEqual(board.panels.map((_, index) => index + 1));
});

test("no panel lies over another, and none beyond the grid's 24 columns", () => {
  const covered = new Set<string>();
  for (const { gridPos } of board.panels) {
    expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
    for (let x = gridPos.x; x < gridPos.x + gridPos.w; x += 1)
      for (let y = gridPos.y; y < gridPos.y + gridPos.h; y += 1) {
        expect(covered.has(`${x},${y}`)).toBe(false);
        covered.add(`${x},${y}`);
      }
  }
});

test("logs are asked of the ring's workspace in the dashboard's time range, or as far back as the tile looks", () => {
  expect(panelOf("requests")).toMatchObject({
    type: "timeseries",
    targets: [
      {
        queryType: "Azure Log Analytics",
        azureLogAnalytics: {
          resources: [sources.logAnalyticsId],
          resultFormat: "time_series",
          dashboardTime: true,
          timeColumn: "TimeGenerated",
        },
      },
    ],
  });
  expect(panelOf("requests")).not.toHaveProperty("timeFrom");
  expect(panelOf("secret-expiries")).toMatchObject({ type: "table", timeFrom: "90d" });
});

test("metrics are asked for every resource that the variable finds, a line for each value of the dimension", () => {
  expect(panelOf("model-requests")?.targets?.[0]).toMatchObject({
    queryType: "Azure Monitor",
    subscription: "00000000-0000-4000-8000-000000000000",
    azureMonitor: {
      metricNamespace: "microsoft.cognitiveservices/accounts",
      metricName: "AzureOpenAIRequests",
      aggregation: "Total",
      resources: [{ resourceGroup: "rg-claims", resourceName: "$CognitiveServicesaccounts" }],
      dimensionFilters: [{ dimension: "ModelDeploymentName", operator: "eq", filters: [] }],
    },
  });
  const variables = board.templating.list;
  expect(variables.map(({ name, type }) => [name, type])).toEqual([
    ["datasource", "datasource"],
    ["CognitiveServicesaccounts", "query"],
  ]);
  expect(JSON.stringify(variables[1]?.query)).toMatch(/Microsoft\.CognitiveServices\/accounts.*project name/);
});

test("resource graph is asked in the ring's subscription, with the ring's facts in the query", () => {
  const target = panelOf("alerts-firing")?.targets?.[0];
  expect(target?.subscriptions).toEqual(["00000000-0000-4000-8000-000000000000"]);
  expect(target?.azureResourceGraph?.query).toContain(`${sources.resourceGroupId}/`);
  expect(text).not.toMatch(/\{(service|environment|location|subscriptionId|resourceGroupId)\}/);
});

test("what Grafana cannot read is said in its place", () => {
  expect(panelOf("cost-by-service")).toMatchObject({
    type: "text",
    options: { content: expect.stringContaining("The ring's workbook shows it") },
  });
});

test("every target is a query of Azure Monitor's plugin, through the data source that the import asks for", () => {
  const targets = panels.flatMap((panel) => panel.targets ?? []);
  expect(targets.length).toBeGreaterThan(40);
  for (const { refId, queryType, datasource } of targets) {
    expect([refId, datasource]).toEqual(["A", { type: "grafana-azure-monitor-datasource", uid: `\${datasource}` }]);
    expect(["Azure Monitor", "Azure Log Analytics", "Azure Resource Graph"]).toContain(queryType);
  }
});
