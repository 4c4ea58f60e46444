import {
  LONGEST_SECRET_AGE_DAYS,
  overrideRing,
  type RingOverrides,
  ringNames,
  ringOverrideProblems,
  rings,
} from "@ringfence/core/rings";
import fc from "fast-check";

const anyRing = fc.constantFrom(...ringNames);
const good: fc.Arbitrary<RingOverrides> = fc.record(
  {
    network: fc.constantFrom("private", "closed"),
    previewsAllowed: fc.boolean(),
    purgeProtection: fc.boolean(),
    deleteLock: fc.boolean(),
    minimumReplicas: fc.integer({ min: 1, max: 1000 }),
    logRetentionDays: fc.integer({ min: 30, max: 730 }),
    secretMaximumAgeDays: fc.integer({ min: 1, max: LONGEST_SECRET_AGE_DAYS }),
    pinsModelVersions: fc.boolean(),
  },
  { requiredKeys: [] },
);

test("all mistakes are said at once, each with its path, what was given and what is allowed", () => {
  const overrides = {
    network: "open",
    previewsAllowed: "no",
    minimumReplicas: 0,
    logRetentionDays: 29.5,
    secretMaximumAgeDays: 91,
    deletelock: true,
  };
  expect(ringOverrideProblems(overrides as unknown as RingOverrides)).toEqual([
    { path: "network", problem: '"open" is not one of private, closed' },
    { path: "previewsAllowed", problem: '"no" is neither true nor false' },
    { path: "minimumReplicas", problem: "0 is not a whole number from 1 to 1000" },
    { path: "logRetentionDays", problem: "29.5 is not a whole number of days from 30 to 730" },
    {
      path: "secretMaximumAgeDays",
      problem: "91 is not a whole number of days from 1 to 90; a longer age is never allowed",
    },
    {
      path: "deletelock",
      problem:
        "not a setting of a ring; the settings are network, previewsAllowed, purgeProtection, deleteLock, " +
        "minimumReplicas, logRetentionDays, secretMaximumAgeDays, pinsModelVersions",
    },
  ]);
});

test("good overrides have no problems and are what the ring then says", () => {
  fc.assert(
    fc.property(anyRing, good, (name, overrides) => {
      expect(ringOverrideProblems(overrides)).toEqual([]);
      expect(overrideRing(name, overrides)).toEqual({ ...rings[name], ...overrides });
    }),
  );
});

test("what is left out or undefined stays as the row says, and the row itself never changes", () => {
  const before = structuredClone(rings);
  expect(overrideRing("prod")).toEqual(rings.prod);
  expect(overrideRing("prod", { deleteLock: undefined, logRetentionDays: 400 })).toEqual({
    ...rings.prod,
    logRetentionDays: 400,
  });
  expect(ringOverrideProblems({ deleteLock: undefined })).toEqual([]);
  expect(rings).toEqual(before);
});

test("no accepted override lets a secret live over 90 days", () => {
  fc.assert(
    fc.property(anyRing, fc.oneof(fc.integer(), fc.double(), fc.string(), fc.constant(null)), (name, age) => {
      const overrides = { secretMaximumAgeDays: age } as unknown as RingOverrides;
      if (ringOverrideProblems(overrides).length > 0) return;
      expect(overrideRing(name, overrides).secretMaximumAgeDays).toBeLessThanOrEqual(90);
    }),
  );
});

test("whatever is given, a problem's path is the name of what was given", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (overrides) => {
      for (const { path, problem } of ringOverrideProblems(overrides as RingOverrides)) {
        expect(Object.keys(overrides)).toContain(path);
        expect(problem).not.toBe("");
      }
    }),
  );
});
