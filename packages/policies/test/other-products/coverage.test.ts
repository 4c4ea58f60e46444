import { coverage, coverageRows } from "@ringfence/policies/other-products";
import { rules } from "@ringfence/policies/rules";

test("there are 138 rows, numbered through, and no id stands twice", () => {
  expect(coverageRows.map(({ number }) => number)).toEqual(Array.from({ length: 138 }, (_, index) => index + 1));
  expect(new Set(coverageRows.map(({ id }) => id)).size).toBe(138);
});

test("what a rule says that it covers is a row", () => {
  const ids = new Set(coverageRows.map(({ id }) => id));
  expect(rules.flatMap(({ covers }) => covers).filter((id) => !ids.has(id))).toEqual([]);
});

test("every row is covered", () => {
  const open = coverage(rules).filter((each) => each.rules.length === 0);
  expect(open.map(({ row }) => row.id)).toEqual([]);
});
