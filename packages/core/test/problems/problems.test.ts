import { notOneOf, under } from "@ringfence/core/problems";

const problem = "missing";

test("a nested problem's path reads as the user wrote it", () => {
  expect(under("tags", [{ path: "owner", problem }])).toEqual([{ path: "tags.owner", problem }]);
  expect(under("models", [{ path: "[0].version", problem }])).toEqual([{ path: "models[0].version", problem }]);
});

test("a problem with the value itself has the value's path", () => {
  expect(under("location", [{ path: "", problem }])).toEqual([{ path: "location", problem }]);
  expect(under("", [{ path: "location", problem }])).toEqual([{ path: "location", problem }]);
});

test("a value outside a closed set is shown with the set", () => {
  expect(notOneOf("secret", ["public", "internal"])).toBe('"secret" is not one of public, internal');
  expect(notOneOf(undefined, ["a"])).toBe("missing; one of a");
});
