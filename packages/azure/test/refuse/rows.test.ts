import * as fc from "fast-check";
import { isRepeated, rowProblems } from "../../src/refuse/rows";

interface Row {
  name?: string;
  size?: number;
}

const found = (rows: unknown) => rowProblems(rows as Row[], ["name"], () => [{ path: "size", problem: "too big" }]);

test("rows that are none are refused by what they are, the others are checked", () => {
  expect(found(undefined)).toEqual([]);
  expect(found("rows")).toEqual([{ path: "", problem: '"rows" is not a list' }]);
  expect(found([null, 3, [], { name: 5 }, { name: "a" }])).toEqual([
    { path: "[0]", problem: "null is not an object" },
    { path: "[1]", problem: "3 is not an object" },
    { path: "[2]", problem: "[] is not an object" },
    { path: "[3].name", problem: "5 is not text" },
    { path: "[4].size", problem: "too big" },
  ]);
});

test("a check sees the rows before its own, and only those that are rows", () => {
  const seen: string[] = [];
  const rows = [{ name: "a" }, null, { name: "b" }, { name: "c" }] as Row[];
  rowProblems(rows, ["name"], ({ name }, earlier) => {
    seen.push(`${name} after ${earlier.map((row) => row.name).join("")}`);
    return [];
  });
  expect(seen).toEqual(["a after ", "b after a", "c after ab"]);
});

test("names are compared as Azure does, without case", () => {
  expect(isRepeated("Chat", [{ name: "chat" }])).toBe(true);
  expect(isRepeated("chat", [{}, { name: "chats" }])).toBe(false);
});

test("whatever is given, a check gets rows whose text is text", () => {
  fc.assert(
    fc.property(fc.anything(), (rows) => {
      rowProblems(rows as Row[], ["name"], (row) => {
        expect(typeof row).toBe("object");
        expect(["string", "undefined"]).toContain(typeof row.name);
        return [];
      });
    }),
  );
});
