import { randomUUID } from "node:crypto";
import type { TokenCredential } from "@azure/core-auth";
import type { TableClient } from "@azure/data-tables";
import { type MeterProvider, metrics } from "@opentelemetry/api";
import { jobGrants } from "@ringfence/core/jobs";
import { roleDefinitionId } from "@ringfence/core/roles";
import { tableJournal } from "../../src/azure/journal/table-journal";
import type { ReviewEntry } from "../../src/levels";
import { ExitCode } from "../../src/main/exit-code";
import { type FakeClock, fakeClock } from "../../src/testing";
import { tableOn } from "../azure/clients";
import { type Azurite, loopbackIdentity, startAzurite } from "../azurite";
import { command, environmentOn } from "../main/on-azurite";
import { type SimulatedAzure, simulatedAzure } from "../owners/simulated-owner";

/** The evaluator's command with everything real but Azure itself: its own clients, the emulator, the simulated Azure. */

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const NOW = Date.parse("2026-11-07T12:00:00Z");
const JOB = "22222222-2222-2222-2222-222222222222";

/** Each counts the requests of an operation of its own name, so that each query can have its own answer. */
const level = (name: string, period: string) => ({ name, kind: "success-rate", target: 99, period, only: [name] });
const levels = [
  level("healthy", "30d"),
  level("burning", "30d"),
  level("silent", "30d"),
  level("seldom", "30d"),
  level("leaking", "calendar-month"),
];

let azurite: Azurite;
let azure: SimulatedAzure;
let table: TableClient;
let workspace: string;
let clock: FakeClock;

beforeAll(async () => {
  [azurite, azure] = await Promise.all([startAzurite(), simulatedAzure()]);
  table = await tableOn(azurite, "journal");
  const path = "Microsoft.OperationalInsights/workspaces/log-claims";
  workspace = await azure.create(`${path}?api-version=2023-09-01`, { properties: { sku: { name: "PerGB2018" } } });
  const roleId = roleDefinitionId(jobGrants["reads-logs"].role, azure.world.identity.subscriptionId);
  const properties = { roleDefinitionId: roleId, principalId: JOB, principalType: "ServicePrincipal" };
  const assignment = `Microsoft.Authorization/roleAssignments/${randomUUID()}?api-version=2022-04-01`;
  await azure.create(`${path}/providers/${assignment}`, { properties });
  clock = fakeClock(new Date(NOW));
}, 60_000);

afterAll(async () => {
  await Promise.all([azurite.close(), azure.close()]);
});

beforeEach(() => {
  azure.door.control.queries.clear();
  answer("healthy", 30, () => [1000, 1000]);
  answer("burning", 30, (age) => [age < 4 * DAY ? 980 : 1000, 1000]);
  answer("silent", 0, () => [0, 0]);
  answer("seldom", 30, (age) => (age % (10 * DAY) === HOUR ? [3, 3] : undefined));
  answer("leaking", 30, (age) => [NOW - age >= Date.parse("2026-11-01T00:00:00Z") ? 970 : 1000, 1000]);
});

/** What Log Analytics has of an operation: good ones and all of them in each of the last days' hours. */
function answer(name: string, days: number, counts: (age: number) => readonly [number, number] | undefined): void {
  const rows = Array.from({ length: days * 24 }, (_, hour) => (hour + 1) * HOUR).flatMap((age) => {
    const [good, total] = counts(age) ?? [];
    return good === undefined || total === undefined ? [] : [[new Date(NOW - age).toISOString(), good, total, total]];
  });
  const columns = ["Good", "Total", "Seen"].map((column) => ({ name: column, type: "long" }));
  azure.door.control.queries.set({
    matches: `"${name}"`,
    columns: [{ name: "Bin", type: "datetime" }, ...columns],
    rows,
  });
}

async function run(principal = JOB, ...words: string[]) {
  const measured = new Map<string, number>();
  const createGauge = (name: string) => ({
    record: (value: number, attributes: object) => measured.set([name, ...Object.values(attributes)].join(" "), value),
  });
  const instrument = () => ({ add: () => undefined, record: () => undefined });
  const meter = { createGauge, createCounter: instrument, createHistogram: instrument };
  metrics.setGlobalMeterProvider({ getMeter: () => meter } as unknown as MeterProvider);
  const emulator = loopbackIdentity({ oid: principal, idtyp: "app" });
  const credential: TokenCredential = {
    getToken: async (scopes, options) =>
      String(scopes).startsWith(azure.door.resourceManager)
        ? {
            token: azure.door.token("https://api.loganalytics.io", { objectId: principal }),
            expiresOnTimestamp: Date.now() + HOUR,
          }
        : emulator.getToken(scopes, options),
  };
  const environment = {
    ...environmentOn(azurite),
    RINGFENCE_LEVELS: JSON.stringify(levels),
    RINGFENCE_LOG_ANALYTICS_WORKSPACE_ID: workspace,
    RINGFENCE_LOG_ANALYTICS_ENDPOINT: azure.door.resourceManager,
  };
  const ca = [azurite.certificate, azure.door.certificate];
  const outcome = await command(["evaluate-levels", ...words], { environment, credential, clock, ca });
  metrics.disable();
  return { ...outcome, measured };
}

/** What the journal holds under a purpose. */
async function kept<T>(purpose: string): Promise<T[]> {
  const values: T[] = [];
  for await (const { value } of tableJournal<T>(table, purpose).entries()) values.push(value);
  return values;
}

test("a dry run says how each objective stands; nothing is written down, and nothing measured that would fire an alert", async () => {
  const { code, out, measured } = await run(JOB, "--dry-run");
  expect([code, out.split("\n").length, measured.size]).toEqual([0, 6, 0]);
  expect(await kept("level-reviews")).toEqual([]);
});

test("what is good, burns, is silent and is seldom used is told apart, and half of a budget gone opens a review once", async () => {
  const first = await run();
  expect([first.code, first.out.split("\n")]).toEqual([
    0,
    [
      expect.stringMatching(/^healthy: HEALTHY, 100 % good of \d+, target 99 %; 100 % of the budget left$/),
      expect.stringMatching(
        /^burning: HEALTHY, 99\.\d+ % good of \d+, target 99 %; 7\d\.?\d* % of the budget left; burning: ticket-slow$/,
      ),
      "silent: NO_DATA, no good of 0, target 99 %",
      expect.stringMatching(/^seldom: LOW_TRAFFIC, 100 % good of 9, target 99 %/),
      expect.stringMatching(
        /^leaking: DEGRADING, 97 % good of \d+, target 99 %; .* of the budget left; .*under review$/,
      ),
      "",
    ],
  ]);
  const [review, ...more] = await kept<ReviewEntry>("level-reviews");
  expect([review?.openedAt.slice(0, 10), more]).toEqual(["2026-11-07", []]);
  expect(review?.percentGone).toBeGreaterThan(50);
  const told = ({ measured }: typeof first, name: string) =>
    ["state", "review_due", "review_budget_gone"].map((metric) => measured.get(`ringfence.level.${metric} ${name}`));
  expect(told(first, "leaking")).toEqual([1, 1, review?.percentGone]);
  expect(told(first, "healthy")).toEqual([2, 0, 0]);
  expect(told(first, "silent")).toEqual([-2, 0, 0]);
  expect(told(first, "seldom")).toEqual([-1, 0, 0]);
  expect(first.measured.get("ringfence.level.burning burning ticket-slow")).toBe(1);
  expect(first.measured.get("ringfence.level.burning healthy ticket-slow")).toBe(0);

  clock.step(new Date(NOW + HOUR / 4));
  const second = await run();
  expect(told(second, "leaking")).toEqual([1, 1, review?.percentGone]);
  expect(await kept("level-reviews")).toEqual([review]);
  // The alert opens the incident: the router finds no notice of the evaluator beside it.
  expect(await kept("notices")).toEqual([]);
});

test("somebody without the job's right reads nothing: the job fails, and measures nothing instead of silence", async () => {
  const { code, out, measured } = await run("33333333-3333-3333-3333-333333333333");
  expect([code, measured.size]).toEqual([ExitCode.Failed, 0]);
  expect(out.split("\n").filter((line) => / not evaluated: /.test(line))).toHaveLength(levels.length);
});
