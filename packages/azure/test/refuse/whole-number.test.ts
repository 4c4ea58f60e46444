import * as fc from "fast-check";
import { wholeNumberProblem } from "../../src/refuse/whole-number";

test.each([
  [undefined, "missing; a whole number of units from 1 to 10"],
  ["7", '"7" is not a whole number of units from 1 to 10'],
  [null, "null is not a whole number of units from 1 to 10"],
  [1.5, "1.5 is not a whole number of units from 1 to 10"],
  [Number.NaN, "NaN is not a whole number of units from 1 to 10"],
  [0, "0 is not a whole number of units from 1 to 10"],
  [11, "11 is not a whole number of units from 1 to 10"],
])("%p is refused", (given, problem) => {
  expect(wholeNumberProblem(given, 1, 10, "units")).toBe(problem);
});

test("a range without an end says only where it starts", () => {
  expect(wholeNumberProblem(0, 1, Number.POSITIVE_INFINITY)).toBe("0 is not a whole number from 1");
});

test("every whole number in the range is accepted", () => {
  fc.assert(
    fc.property(fc.integer(), fc.nat(), fc.nat(), (from, below, above) => {
      expect(wholeNumberProblem(from + below, from, from + below + above)).toBeUndefined();
    }),
  );
});
