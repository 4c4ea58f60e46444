import { type Attributes, type Meter, type MeterProvider, metrics } from "@opentelemetry/api";
import { alertRecord } from "./alerts";
import { router } from "./router";

interface Recorded {
  name: string;
  value: number;
  attributes: Attributes | undefined;
}

let recorded: Recorded[];

/** A provider whose instruments keep what they are given. */
function keeping(): MeterProvider {
  const keep = (name: string) => (value: number, attributes?: Attributes) => {
    recorded.push({ name, value, attributes });
  };
  const meter = {
    createGauge: (name: string) => ({ record: keep(name) }),
    createHistogram: (name: string) => ({ record: keep(name) }),
    createCounter: (name: string) => ({ add: keep(name) }),
  } as unknown as Meter;
  return { getMeter: () => meter };
}

beforeEach(() => {
  recorded = [];
  metrics.setGlobalMeterProvider(keeping());
});
afterEach(() => metrics.disable());

const of = (name: string) => recorded.filter((one) => one.name === `ringfence.incident.${name}`);

test("every look measures the open incidents of every severity, zero included, so that silence can be told", async () => {
  await router().look(0, []);
  expect(of("open")).toEqual(
    ["Sev0", "Sev1", "Sev2", "Sev3", "Sev4"].map((severity) => ({
      name: "ringfence.incident.open",
      value: 0,
      attributes: { severity },
    })),
  );
  expect(of("acknowledge.overdue")).toEqual([
    { name: "ringfence.incident.acknowledge.overdue", value: 0, attributes: undefined },
  ]);
});

test("what is not taken in time is measured with its incident, and no longer once it is taken", async () => {
  const run = router();
  await run.look(0, [alertRecord("a1", 0)]);
  recorded = [];
  await run.look(15);
  expect(of("acknowledge.overdue")).toMatchObject([
    { value: 1, attributes: { severity: "Sev1", incident: expect.any(String) } },
  ]);
  recorded = [];
  await run.look(17, [alertRecord("a1", 0, { state: "Acknowledged", changedAt: 16 })]);
  expect(of("acknowledge.overdue")).toMatchObject([{ value: 0 }]);
});

test("what pages nobody is never measured as overdue", async () => {
  const run = router();
  await run.look(0, [alertRecord("a1", 0, { severity: "Sev3" })]);
  recorded = [];
  await run.look(3 * 24 * 60);
  expect(of("acknowledge.overdue")).toMatchObject([{ value: 0 }]);
});

test("times and broken promises are measured once, when it is over", async () => {
  const run = router();
  await run.look(0, [alertRecord("a1", 0)]);
  await run.look(20, [alertRecord("a1", 0, { state: "Acknowledged", changedAt: 20 })]);
  const over = [alertRecord("a1", 0, { state: "Acknowledged", resolvedAt: 30 })];
  await run.look(31, over);
  await run.look(32, over);
  expect(of("time_to_acknowledge").map(({ value }) => value)).toEqual([20 * 60]);
  expect(of("time_to_mitigate").map(({ value }) => value)).toEqual([30 * 60]);
  expect(of("time_to_resolve").map(({ value }) => value)).toEqual([30 * 60]);
  expect(of("breaches")).toMatchObject([{ value: 1, attributes: { severity: "Sev1", deadline: "acknowledge" } }]);
  const said = run.lines
    .map((line) => JSON.parse(line) as { message: string })
    .filter(({ message }) => message.startsWith("incident "));
  expect(said).toMatchObject([
    { message: "incident opened", severity: "Sev1" },
    {
      message: "incident resolved",
      openedAt: "2026-11-21T03:00:00.000Z",
      resolvedAt: "2026-11-21T03:30:00.000Z",
      breaches: ["acknowledge"],
    },
  ]);
});
