import { LogsQueryClient } from "@azure/monitor-query-logs";
import { type Simulation, simulation } from "./simulation";

const DAY = 86_400_000;
const now = new Date("2026-11-21T12:00:00Z");

let azure: Simulation;
beforeEach(async () => {
  azure = await simulation({}, { now });
});
afterEach(() => azure.door.close());

const group = () => `/subscriptions/${azure.subscription}/resourceGroups/rg`;
const VERSION = "api-version=2019-03-01";
const alerts = (scope: string, query = "") =>
  azure.call("GET", `${scope}/providers/Microsoft.AlertsManagement/alerts?${VERSION}${query}`);

test("an alert is listed by what it is about, and whoever has seen it changes its state", async () => {
  const { raise } = azure.door.control.alerts;
  raise({
    alertRule: "burn",
    targetResource: `${group()}/providers/Microsoft.App/containerApps/chat`,
    severity: "Sev1",
  });
  await azure.door.control.clock.advance(60_000);
  raise({ alertRule: "silence", targetResource: "/subscriptions/other/resourceGroups/rg" });
  const { body } = await alerts(group());
  expect(body.value).toEqual([
    expect.objectContaining({
      type: "Microsoft.AlertsManagement/alerts",
      properties: expect.objectContaining({
        essentials: expect.objectContaining({
          severity: "Sev1",
          alertState: "New",
          monitorCondition: "Fired",
          targetResourceName: "chat",
          targetResourceGroup: "rg",
          targetResourceType: "microsoft.app/containerapps",
          startDateTime: "2026-11-21T12:00:00.000Z",
        }),
      }),
    }),
  ]);
  const [{ id }] = body.value;
  const changed = await azure.call("POST", `${id}/changestate?${VERSION}&newState=Acknowledged`);
  expect(changed.body.properties.essentials).toMatchObject({
    alertState: "Acknowledged",
    lastModifiedUserName: azure.world.identity.objectId,
  });
  expect((await azure.call("GET", `${id}?${VERSION}`)).body).toEqual(changed.body);
  expect((await azure.call("POST", `${id}/changestate?${VERSION}&newState=Gone`)).status).toBe(400);
});

test("what is raised again while it lasts is the same alert; resolved and raised anew it is another", async () => {
  const { raise } = azure.door.control.alerts;
  const alert = { alertRule: "burn", targetResource: group() };
  const ids = [
    raise(alert),
    raise({ ...alert, severity: "Sev0" }),
    raise({ ...alert, monitorCondition: "Resolved" }),
    raise(alert),
  ].map(({ id }) => id);
  expect(new Set(ids.slice(0, 3)).size).toBe(1);
  expect(ids[3]).not.toBe(ids[0]);
  const { body } = await alerts(group());
  const seen = body.value.map(({ properties }: { properties: { essentials: Record<string, string> } }) => [
    properties.essentials.monitorCondition,
    properties.essentials.severity,
  ]);
  expect(seen).toEqual(
    expect.arrayContaining([
      ["Fired", "Sev3"],
      ["Resolved", "Sev0"],
    ]),
  );
  expect(seen).toHaveLength(2);
});

test("alerts are filtered by what they say and by when they last changed", async () => {
  const { alerts: raised, clock } = azure.door.control;
  raised.raise({ alertRule: "old", targetResource: group(), severity: "Sev1" });
  await clock.advance(3 * DAY);
  raised.raise({ alertRule: "new", targetResource: group(), severity: "Sev2" });
  const count = async (query: string) => (await alerts(group(), query)).body.value.length;
  expect(
    await Promise.all(["", "&timeRange=7d", "&timeRange=7d&severity=Sev1", "&timeRange=7d&alertRule=new"].map(count)),
  ).toEqual([1, 2, 1, 1]);
});

test("a log query gets the rows that were set for it, by the workspace's own id and by its Azure id", async () => {
  const id = `${group()}/providers/Microsoft.OperationalInsights/workspaces/logs`;
  const { body } = await azure.call("PUT", `${id}?api-version=2025-07-01`, { location: "swedencentral" });
  azure.door.control.queries.set({
    matches: "AppRequests.*summarize",
    columns: [
      { name: "TimeGenerated", type: "datetime" },
      { name: "good", type: "long" },
    ],
    rows: [["2026-11-21T11:00:00Z", 42]],
  });
  const client = new LogsQueryClient(azure.credential(), {
    endpoint: `${azure.door.resourceManager}/v1`,
    credentials: { scopes: ["https://api.loganalytics.io/.default"] },
    tlsOptions: azure.arm.tlsOptions,
  });
  const span = { duration: "PT1H" };
  const query = "AppRequests | summarize good = count()";
  for (const result of [
    await client.queryWorkspace(body.properties.customerId, query, span),
    await client.queryResource(id, query, span),
  ]) {
    expect(result).toMatchObject({
      tables: [{ name: "PrimaryResult", rows: [[new Date("2026-11-21T11:00:00Z"), 42]] }],
    });
  }
  expect(await client.queryWorkspace(body.properties.customerId, "Heartbeat", span)).toMatchObject({
    tables: [{ rows: [] }],
  });
  expect(azure.door.control.queries.list()).toEqual([query, query, "Heartbeat"]);
  await expect(client.queryWorkspace("nobody", query, span)).rejects.toMatchObject({ statusCode: 404 });
});
