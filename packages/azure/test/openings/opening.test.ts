import { reasonProblems } from "../../src/openings/opening";

test.each([
  [undefined, "missing; say in one sentence why it is needed"],
  ["", "missing; say in one sentence why it is needed"],
  ["  ", "blank; say in one sentence why it is needed"],
  [7, "7 is not text; say in one sentence why it is needed"],
  ["x".repeat(257), "257 characters long; say it in 256, which is what a tag holds"],
])("the reason %j is refused under its path", (reason, problem) => {
  expect(reasonProblems("opening.reason", reason)).toEqual([{ path: "opening.reason", problem }]);
});

test("a sentence of 256 characters is a reason", () => {
  expect(reasonProblems("reason", "x".repeat(256))).toEqual([]);
});
