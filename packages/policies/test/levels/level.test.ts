import { findPreset, levelOf, levelTable } from "@ringfence/policies/levels";

const high = { severity: "high" } as const;
const low = { severity: "low" } as const;

test("each preset is the one before, or stricter, in every ring and for every severity", () => {
  const strictness = ["disabled", "advisory", "mandatory"];
  for (const severity of ["critical", "high", "medium", "low"] as const)
    for (const ring of ["sandbox", "dev", "test", "prod"] as const) {
      const levels = (["start", "standard", "strict"] as const).map((preset) =>
        strictness.indexOf(levelOf({ severity }, ring, { preset })),
      );
      expect(levels).toEqual([...levels].sort());
    }
});

test("`standard` advises in sandbox and dev and stops the deployment from test up", () => {
  for (const rule of [high, low])
    expect(levelTable(rule, { preset: "standard" })).toEqual({
      sandbox: "advisory",
      dev: "advisory",
      test: "mandatory",
      prod: "mandatory",
    });
});

test("`start` stops prod alone, for what would hurt most, and leaves the small things out", () => {
  expect(levelTable(high, { preset: "start" })).toMatchObject({ test: "advisory", prod: "mandatory" });
  expect(levelTable(low, { preset: "start" })).toMatchObject({ sandbox: "disabled", prod: "disabled" });
});

test("a rule that came later only advises under a preset that is pinned to a month before", () => {
  const later = { ...high, since: "2027-01" };
  expect(levelOf(later, "prod", { preset: "standard", asOf: "2026-12" })).toBe("advisory");
  expect(levelOf(later, "prod", { preset: "standard", asOf: "2027-01" })).toBe("mandatory");
  expect(levelOf(later, "prod", { preset: "standard" })).toBe("mandatory");
  expect(levelOf(high, "prod", { preset: "standard", asOf: "2026-11" })).toBe("mandatory");
});

test("an inventory only advises, whatever the preset", () => {
  expect(levelOf({ ...high, inventory: true }, "prod", { preset: "strict" })).toBe("advisory");
});

test("a preset is named alone or with its month, and nothing else is one", () => {
  expect(findPreset("strict")).toEqual({ preset: "strict" });
  expect(findPreset("start@2026-11")).toEqual({ preset: "start", asOf: "2026-11" });
  for (const wrong of ["Strict", "strict@2026", "strict@2026-13", "strict ", "", undefined, 3])
    expect(findPreset(wrong)).toBeUndefined();
});
