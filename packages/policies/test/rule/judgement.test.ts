import { allOf, anyOf, fails, holds, type Judgement, not, unknown } from "@ringfence/policies/rule";

const values: Record<string, Judgement> = { true: holds, false: fails("b", "is bad"), unknown: unknown("u") };
const word = (judgement: Judgement) =>
  ({ holds: "true", fails: "false", unknown: "unknown", "not applicable": "-" })[judgement.is];

test.each([
  ["true", "true", "true", "true"],
  ["true", "false", "false", "true"],
  ["true", "unknown", "unknown", "true"],
  ["false", "false", "false", "false"],
  ["false", "unknown", "false", "unknown"],
  ["unknown", "unknown", "unknown", "unknown"],
])("Kleene: %s and %s is %s; or is %s", (a, b, and, or) => {
  for (const [one, other] of [
    [a, b],
    [b, a],
  ]) {
    const pair = [values[one ?? ""] ?? holds, values[other ?? ""] ?? holds] as const;
    expect(word(allOf(...pair))).toBe(and);
    expect(word(anyOf(...pair))).toBe(or);
  }
});

test("not turns true and false round and leaves unknown", () => {
  expect(Object.values(values).map((value) => word(not(value, "p", "must not")))).toEqual(["false", "true", "unknown"]);
});

test("all of nothing holds, any of nothing does not", () => {
  expect(allOf()).toBe(holds);
  expect(anyOf().is).toBe("fails");
});

test("every finding of allOf is told, and anyOf tells one that names each way", () => {
  const [a, b] = [fails("a", "must be 1"), fails("b", "must be 2")];
  expect(allOf(a, holds, b)).toEqual({
    is: "fails",
    findings: [
      { path: "a", problem: "must be 1" },
      { path: "b", problem: "must be 2" },
    ],
  });
  expect(anyOf(a, b)).toEqual({ is: "fails", findings: [{ path: "a", problem: "must be 1; or b: must be 2" }] });
});

test("unknown paths are told once each", () => {
  expect(allOf(unknown("a"), unknown("a", "b"))).toEqual({ is: "unknown", paths: ["a", "b"] });
});
