import { durationDays, durationSeconds } from "@ringfence/policies/rule";

test.each([
  ["P90D", 90],
  ["P2W", 14],
  ["P1Y", 365.25],
  ["P12M", 365.25],
  ["PT36H", 1.5],
  ["P1DT12H", 1.5],
  ["p1d", 1],
  ["P0D", 0],
])("%s is %p days", (text, days) => {
  expect(durationDays(text)).toBeCloseTo(days, 9);
});

test("hours are not seconds", () => {
  expect(durationSeconds("PT2H")).toBe(7200);
  expect(durationSeconds("PT15M")).toBe(900);
});

test.each(["", "P", "PT", "90", "90D", "P-1D", "P1H", "PT1D", "tomorrow", 90, undefined, null, {}])(
  "%p is no duration",
  (text) => {
    expect(durationSeconds(text)).toBeUndefined();
  },
);
