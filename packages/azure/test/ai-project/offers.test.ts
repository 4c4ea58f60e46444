import { lifecyclesOf } from "@ringfence/core/models";
import * as fc from "fast-check";
import type { ModelDeploymentArgs, ModelOpening } from "../../src/ai-project/model-deployment";
import { offerProblems, offerWarnings } from "../../src/ai-project/offer-problems";
import { ringContextOf } from "../ring-contexts";
import { chat, embed, project, reserved, today } from "./projects";

const reason = "Microsoft's page of today says so";

const rings = { prod: ringContextOf("prod"), test: ringContextOf("test"), dev: ringContextOf("dev") };

const refusals = (row: ModelDeploymentArgs, ring: keyof typeof rings = "prod", region = "swedencentral", day = today) =>
  offerProblems(row, region, rings[ring], day);

const warnings = (row: ModelDeploymentArgs, ring: keyof typeof rings = "prod", day = today) =>
  offerWarnings(project(ring, { models: [row] }), day);

const opened = (row: ModelDeploymentArgs, opening: ModelOpening): ModelDeploymentArgs => ({
  ...row,
  openings: [{ opening, reason }],
});

const current = [chat, reserved, embed];
const retired = { ...chat, model: "gpt-4o", version: "2024-11-20", sku: "GlobalStandard" as const };
const preview = { ...chat, model: "tts", version: "001" };

test("models that are offered are neither refused nor warned of", () => {
  expect(current.flatMap((row) => [...refusals(row), ...warnings(row)])).toEqual([]);
});

test("a retired model is refused where versions are pinned, and told elsewhere", () => {
  const problem = "gpt-4o 2024-11-20 has retired; Microsoft recommends gpt-5.1";
  const refused = { path: "version", problem: `${problem}; or name the opening "newer-offer" with its reason` };
  expect(refusals(retired, "prod")).toEqual([refused]);
  expect(refusals(retired, "test")).toEqual([refused]);
  expect(refusals(retired, "dev")).toEqual([]);
  expect(warnings(retired, "dev")).toEqual([{ path: "models[0].version", problem }]);
});

test("an opening takes back what it is about", () => {
  expect(refusals(opened(retired, "newer-offer"))).toEqual([]);
  expect(warnings(opened(retired, "newer-offer"), "dev")).toEqual([]);
  expect(refusals(opened(retired, "preview-model"))).toHaveLength(1);
});

test("what retires soon is told in time, with what to choose instead", () => {
  const day = (text: string) => new Date(`${text}T12:00:00Z`);
  expect(warnings(chat, "prod", day("2027-01-03"))).toEqual([]);
  expect(warnings(chat, "prod", day("2027-01-04"))).toEqual([
    { path: "models[0].version", problem: "gpt-5.4 2026-03-05 retires in 60 days; choose another model" },
  ]);
  expect(refusals(chat, "prod", "swedencentral", day("2027-03-04"))).toEqual([]);
  expect(refusals(chat, "prod", "swedencentral", day("2027-03-05"))).toHaveLength(1);
});

test("a deprecated model is told", () => {
  expect(warnings({ ...chat, model: "o1", version: "2024-12-17" }, "dev", new Date("2026-01-01"))).toEqual([
    {
      path: "models[0].version",
      problem: "o1 2024-12-17 is deprecated: new subscriptions cannot deploy it; choose another model",
    },
  ]);
});

test("a preview is refused where the ring allows none, unless somebody says why", () => {
  const problem =
    'tts 001 is a preview, and prod allows none; choose a released model; or name the opening "preview-model" with its reason';
  expect(refusals(preview)).toContainEqual({ path: "version", problem });
  expect(refusals(preview, "dev").filter(({ path }) => path === "version")).toEqual([]);
  expect(refusals(opened(preview, "preview-model")).filter(({ path }) => path === "version")).toEqual([]);
});

test("what the list of models does not have is told, not refused: it may be newer", () => {
  const unknown = { ...chat, model: "gpt-9" };
  expect(refusals(unknown)).toEqual([]);
  expect(warnings(unknown)).toEqual([
    {
      path: "models[0].version",
      problem:
        "the list of models of 2026-11-21 does not have gpt-9; nothing is known of its versions, retirement and regions",
    },
  ]);
  expect(warnings({ ...chat, version: "2026-12-24" })).toEqual([
    {
      path: "models[0].version",
      problem:
        "the list of models of 2026-11-21 has gpt-5.4 in version 2026-03-05, not 2026-12-24; nothing is known of its retirement and regions",
    },
  ]);
  expect(warnings(opened(unknown, "newer-offer"))).toEqual([]);
});

test("a row without a version is judged where all versions are alike", () => {
  const without = (model: string) => ({ ...chat, model, version: undefined });
  expect(warnings(without("gpt-4.1"), "dev")).toEqual([
    { path: "models[0].model", problem: "gpt-4.1 has retired; choose another model" },
  ]);
  expect(warnings(without("gpt-5.4"), "dev")).toEqual([]);
});

test("a region that does not offer the SKU is refused in every ring, with what is offered", () => {
  const regional = { ...chat, sku: "ProvisionedManaged" as const, capacity: 50 };
  const problem =
    "Azure does not offer gpt-5.4 2026-03-05 as ProvisionedManaged in swedencentral; there it offers GlobalStandard, DataZoneStandard, GlobalProvisionedManaged, DataZoneProvisionedManaged; ProvisionedManaged is offered in australiaeast, japaneast, uksouth";
  const refused = { path: "sku", problem: `${problem}; or name the opening "newer-offer" with its reason` };
  expect(refusals(regional, "dev")).toEqual([refused]);
  expect(refusals(regional, "prod")).toEqual([refused]);
  expect(refusals(regional, "prod", "uksouth")).toEqual([]);
  expect(refusals(opened(regional, "newer-offer"))).toEqual([]);
  expect(refusals(chat, "prod", "westindia")[0]?.problem).toMatch(/there it offers it under no SKU/);
});

test.each([
  [14, false],
  [15, true],
  [18, false],
  [20, true],
  [100, true],
])("%i throughput units of a data zone: accepted %s", (capacity, accepted) => {
  const problem = `${capacity} is not 15 throughput units or 5 more each, which is how Azure sells gpt-5.4 as DataZoneProvisionedManaged; or name the opening "newer-offer" with its reason`;
  expect(refusals({ ...reserved, capacity })).toEqual(accepted ? [] : [{ path: "capacity", problem }]);
});

test("whatever the row, region and day, nothing is both refused and told, and openings silence everything", () => {
  const models = ["gpt-5.4", "gpt-4o", "gpt-4.1", "tts", "claude-opus-4-6", "o1", "gpt-9"];
  const row = fc.record({
    name: fc.constant("chat"),
    model: fc.constantFrom(...models),
    version: fc.option(
      fc.constantFrom(...models.flatMap((model) => lifecyclesOf(model).map(({ version }) => version))),
      {
        nil: undefined,
      },
    ),
    sku: fc.constantFrom("Standard" as const, "GlobalProvisionedManaged" as const, "GlobalBatch" as const),
    capacity: fc.integer({ min: -5, max: 200 }),
  });
  const openings = (["preview-model", "newer-offer"] as const).map((opening) => ({ opening, reason }));
  fc.assert(
    fc.property(
      row,
      fc.constantFrom("prod", "dev"),
      fc.constantFrom("swedencentral", "nowhere"),
      (given, ring, region) => {
        const refused = refusals(given, ring, region).map(({ path }) => `models[0].${path}`);
        const told = offerWarnings(project(ring, { models: [given], region }), today).map(({ path }) => path);
        expect(refused.filter((path) => told.includes(path))).toEqual([]);
        const silent = { ...given, openings };
        expect([
          ...refusals(silent, ring, region),
          ...offerWarnings(project(ring, { models: [silent], region }), today),
        ]).toEqual([]);
      },
    ),
  );
});
