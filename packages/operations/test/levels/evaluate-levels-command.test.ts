import { type MeterProvider, metrics } from "@opentelemetry/api";
import { commandLine } from "../../src/main/command-line";
import type { Connections } from "../../src/main/connections";
import { world } from "./evaluated-world";

const now = new Date("2026-11-08T00:00:00Z");
const levels = [
  { name: "answers-arrive", kind: "success-rate", target: 99, period: "30d" },
  { name: "p95-is-quick", kind: "latency", quantile: 95, under: "4s", target: 99, period: "7d" },
];
const environment = {
  RINGFENCE_LEVELS: JSON.stringify(levels),
  RINGFENCE_LOG_ANALYTICS_WORKSPACE_ID: "/subscriptions/1/workspaces/log",
  RINGFENCE_STORAGE_ACCOUNT: "stclaims",
  RINGFENCE_JOURNAL_TABLE: "journal",
};

async function run(words: string[], told: Record<string, string> = environment) {
  const ports = world(now, () => ({ good: 100, total: 100 }), new Date(0));
  const printed: string[] = [];
  const surroundings = {
    environment: told,
    print: (text: string) => printed.push(text),
    warn: () => undefined,
    clock: ports.clock,
    connect: () => ({ ...ports, journal: () => ports.journal }) as unknown as Connections,
    ending: new AbortController().signal,
  };
  await commandLine(["evaluate-levels", ...words], surroundings).parseAsync(["evaluate-levels", ...words], {
    from: "user",
  });
  const code = process.exitCode;
  process.exitCode = undefined;
  return { printed: printed.join(""), code };
}

test("prints how each objective stands", async () => {
  expect(await run([])).toEqual({
    code: 0,
    printed:
      "answers-arrive: HEALTHY, 100 % good of 864000, target 99 %; 100 % of the budget left\n" +
      "p95-is-quick: HEALTHY, 100 % good of 201600, target 99 %; 100 % of the budget left\n",
  });
});

test("prints the same as JSON", async () => {
  const { printed } = await run(["--json"]);
  expect(JSON.parse(printed)).toMatchObject([
    { objective: "answers-arrive", state: "HEALTHY", budget: { remaining: 1 } },
    { objective: "p95-is-quick", state: "HEALTHY", review: { due: false, standing: false } },
  ]);
});

test("refuses objectives that make no sense, all at once and each with its place", async () => {
  const wrong = JSON.stringify([
    { ...levels[0], target: 100 },
    { ...levels[1], under: "4" },
  ]);
  await expect(run([], { ...environment, RINGFENCE_LEVELS: wrong })).rejects.toMatchObject({
    problems: [
      { path: "RINGFENCE_LEVELS[0].target", problem: expect.stringContaining("100 leaves nothing that may fail") },
      { path: "RINGFENCE_LEVELS[1].under", problem: '"4" is no time; for example 800ms or 4s' },
    ],
  });
});

test("sends what it measured as OpenTelemetry gauges", async () => {
  const sent = new Map<string, number>();
  const createGauge = (name: string) => ({
    record: (value: number, attributes: object) => sent.set([name, ...Object.values(attributes)].join(" "), value),
  });
  const instrument = () => ({ add: () => undefined, record: () => undefined });
  const meter = { createGauge, createCounter: instrument, createHistogram: instrument };
  metrics.setGlobalMeterProvider({ getMeter: () => meter } as unknown as MeterProvider);
  await run([]);
  metrics.disable();
  expect(sent.get("ringfence.level.state answers-arrive")).toBe(2);
  expect(sent.get("ringfence.level.budget_left p95-is-quick")).toBe(1);
  expect(sent.get("ringfence.level.burning answers-arrive ticket-slow")).toBe(0);
});
