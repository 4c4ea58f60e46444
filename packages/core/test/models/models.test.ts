import {
  daysUntilRetirement,
  inputTokensPerUnit,
  isOffered,
  isPreview,
  isProvisioned,
  lifecyclesOf,
  ModelSku,
  modelLifecycle,
  modelQuota,
  modelStateOn,
  offersOf,
  provisionedStep,
  quotaCapacity,
  regionNames,
  regionsOf,
  skusIn,
  snapshotDate,
} from "@ringfence/core/models";
import fc from "fast-check";
import { lifecycle, offered, provisioned, quota } from "../../src/models/models.generated";

const day = /^\d{4}-\d{2}-\d{2}$/;

test("the snapshot is dated, and its rows are whole", () => {
  expect(snapshotDate).toMatch(day);
  for (const [, model, version, , retirement] of lifecycle) {
    expect([model, retirement]).toEqual([model, retirement === null ? null : expect.stringMatching(day)]);
    expect(modelLifecycle(model, version ?? "1")?.model).toBe(model);
  }
  const keys = offered.map(([model, version, sku]) => [model, version, sku].join());
  expect(new Set(keys).size).toBe(keys.length);
  for (const [, , sku, places] of offered) {
    expect(Object.values(ModelSku)).toContain(sku);
    for (const place of places) expect(regionNames[place]).toMatch(/^[a-z]+[0-9]?$/);
  }
});

test("a model version is retired from its retirement date on, whatever the page calls it", () => {
  expect(modelLifecycle("gpt-4.1", "2025-04-14")).toEqual({
    publisher: "Azure OpenAI",
    model: "gpt-4.1",
    version: "2025-04-14",
    stage: "Deprecated",
    retirement: "2026-10-14",
    replacement: undefined,
  });
  expect(modelStateOn("gpt-4.1", "2025-04-14", "2026-10-13")).toBe("deprecated");
  expect(modelStateOn("gpt-4.1", "2025-04-14", "2026-10-14")).toBe("retired");
  expect(modelStateOn("o3", "2025-04-16", "2026-11-21")).toBe("retired");
  expect(modelStateOn("gpt-5.4", "2026-03-05", "2026-11-21")).toBe("available");
  expect(modelStateOn("gpt-4o-mini-tts", "2025-03-20", "2026-01-01")).toBe("preview");
  expect(modelStateOn("gpt-5-chat", "2025-08-07", "2026-01-01")).toBe("retired");
  expect(modelStateOn("gpt-5.4", "2099-01-01", "2026-11-21")).toBe("unknown");
});

test("days until retirement count down to it and past it", () => {
  expect(daysUntilRetirement("gpt-5.4", "2026-03-05", "2027-03-04")).toBe(1);
  expect(daysUntilRetirement("gpt-4.1", "2025-04-14", "2026-10-24")).toBe(-10);
  expect(daysUntilRetirement("FLUX.2-pro", "1", "2026-11-21")).toBeUndefined();
  expect(daysUntilRetirement("no-such-model", "1", "2026-11-21")).toBeUndefined();
});

test("what is retired on a day is retired on every later day", () => {
  const row = fc.constantFrom(...lifecycle);
  const anyDay = fc.date({ min: new Date("2025-01-01"), max: new Date("2028-01-01"), noInvalidDate: true });
  fc.assert(
    fc.property(row, anyDay, fc.nat(1000), ([, model, version], start, later) => {
      const on = (date: Date) => modelStateOn(model, version ?? "1", date.toISOString().slice(0, 10));
      const next = new Date(start.getTime() + later * 24 * 60 * 60 * 1000);
      if (on(start) === "retired") expect(on(next)).toBe("retired");
    }),
  );
});

test("a preview is told from a model that the snapshot does not have", () => {
  expect(isPreview("grok-4-20-reasoning", "1")).toBe(true);
  expect(isPreview("gpt-5.4", "2026-03-05")).toBe(false);
  expect(isPreview("gpt-9", "1")).toBeUndefined();
  expect(lifecyclesOf("gpt-9")).toEqual([]);
});

test("an offer is known, known not to be, or unknown", () => {
  expect(isOffered("gpt-5.4", "2026-03-05", "DataZoneStandard", "swedencentral")).toBe(true);
  expect(isOffered("gpt-5.4", "2026-03-05", "DataZoneStandard", "Sweden Central")).toBe(true);
  expect(isOffered("codex-mini", "2025-05-16", "Standard", "swedencentral")).toBe(false);
  expect(isOffered("codex-mini", "2025-05-16", "GlobalStandard", "westeurope")).toBe(false);
  expect(isOffered("gpt-5.4", "2026-03-05", "GlobalBatch", "swedencentral")).toBeUndefined();
  expect(isOffered("gpt-9", "1", "Standard", "swedencentral")).toBeUndefined();
});

test("regions and SKUs are two views of the same offers", () => {
  for (const [model, version, sku] of offered)
    for (const region of regionsOf(model, version, sku)) {
      expect(skusIn(model, version, region)).toContain(sku);
      expect(isOffered(model, version, sku, region)).toBe(true);
    }
  expect(regionsOf("codex-mini", "2025-05-16", "GlobalStandard")).toEqual(["centralus", "eastus2", "swedencentral"]);
  expect(offersOf("gpt-9", "1")).toEqual([]);
});

test("a quota counts tokens and requests, and a new subscription starts at tier 1", () => {
  expect(modelQuota("gpt-4.1", "GlobalStandard")).toEqual({
    tokensPerMinute: 1_000_000,
    requests: 1000,
    requestSeconds: 60,
  });
  expect(modelQuota("text-embedding-3-large", "GlobalStandard", "tier6")).toEqual({
    tokensPerMinute: 15_000_000,
    requests: 15_000,
    requestSeconds: 10,
  });
  expect(quotaCapacity("gpt-4.1", "DataZoneStandard")).toBe(300);
  expect(quotaCapacity("gpt-9", "Standard")).toBeUndefined();
  for (const [model, sku] of quota) expect([model, (quotaCapacity(model, sku) ?? 0) > 0]).toEqual([model, true]);
});

test("provisioned units have a minimum and a step, regional ones larger ones", () => {
  expect(provisionedStep("gpt-5.4", "DataZoneProvisionedManaged")).toEqual({ min: 15, increment: 5 });
  expect(provisionedStep("gpt-5.4", "GlobalProvisionedManaged")).toEqual({ min: 15, increment: 5 });
  expect(provisionedStep("gpt-5.4", "ProvisionedManaged")).toEqual({ min: 50, increment: 50 });
  expect(provisionedStep("gpt-5.4", "Standard")).toBeUndefined();
  expect(provisionedStep("DeepSeek-R1", "ProvisionedManaged")).toBeUndefined();
  expect(inputTokensPerUnit("gpt-5.4")).toBe(2400);
  expect(provisioned.map(([model]) => model).filter((model) => (inputTokensPerUnit(model) ?? 0) <= 0)).toEqual([]);
});

test("a SKU says how it is billed", () => {
  expect(Object.values(ModelSku).filter(isProvisioned)).toEqual([
    "GlobalProvisionedManaged",
    "DataZoneProvisionedManaged",
    "ProvisionedManaged",
  ]);
});
