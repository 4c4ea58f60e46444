import { AlertState, healthyToResolveLog } from "../../../src/replay/evaluation";

const once = { failing: 1, of: 1, autoMitigate: true, healthyToResolve: 3 };

/** Evaluates a text minute by minute: x is beyond the threshold, - is not, and a space has no data. */
function firings(text: string, rule = once) {
  const state = new AlertState("", rule);
  for (const [minute, sign] of [...text].entries())
    state.evaluate(minute, sign === "x", sign === " " ? undefined : sign === "x" ? 9 : 1);
  return state.firings.map(({ firedAt, resolvedAt }) => [firedAt, resolvedAt]);
}

test("fires once and is resolved after three evaluations in a row that do not meet the condition", () => {
  expect(firings("-xxx--x---x---")).toEqual([
    [1, 9],
    [10, 13],
  ]);
});

test("still fires at the end where it was not resolved", () => {
  expect(firings("--x--")).toEqual([[2, undefined]]);
});

test("evaluations without data do not meet the condition, so that they resolve it", () => {
  expect(firings("x   x")).toEqual([
    [0, 3],
    [4, undefined],
  ]);
});

test("with failing periods, so many of the last so many must be beyond", () => {
  const twoOfThree = { ...once, failing: 2, of: 3 };
  expect(firings("x--x--", twoOfThree)).toEqual([]);
  expect(firings("x-x---------", twoOfThree)).toEqual([[2, 5]]);
  expect(firings("xx-", twoOfThree)).toEqual([[1, undefined]]);
});

test("without auto-mitigation every evaluation beyond is an alert, and none is ever resolved", () => {
  expect(firings("x-xx-", { ...once, autoMitigate: false })).toEqual([
    [0, undefined],
    [2, undefined],
    [3, undefined],
  ]);
});

test.each([
  [1, 10],
  [5, 3],
  [15, 3],
  [30, 2],
  [60, 2],
  [360, 2],
  [1440, 1],
])("a log alert that runs every %d minutes is resolved after %d healthy evaluations", (every, healthy) => {
  expect(healthyToResolveLog(every)).toBe(healthy);
});
