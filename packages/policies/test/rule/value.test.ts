import { unknownCheckingProxy } from "@pulumi/policy";
import { holds, type Judgement, Value } from "@ringfence/policies/rule";
import { unknown } from "@ringfence/policies/testing";

const root = Value.root(
  unknownCheckingProxy({
    name: "Disabled",
    count: 3,
    on: false,
    nothing: null,
    blank: "",
    later: unknown,
    list: [{ kind: "a" }, unknown, { kind: "b" }],
    none: [],
    tags: { "cost center": "x", "a.b": "y" },
    inner: { deep: [{ leaf: 7 }] },
  }),
);
const is = (judgement: Judgement) => judgement.is;
const told = (judgement: Judgement) =>
  judgement.is === "fails" ? judgement.findings.map(({ path, problem }) => `${path}: ${problem}`) : judgement;

test("reads through the SDK's proxy without running into its exception", () => {
  expect(root.at("later").isUnknown).toBe(true);
  expect(root.at("later.below.it[0]").path).toBe("later");
  expect(root.at("list[1].kind").path).toBe("list[1]");
  expect(root.at("inner.deep[0].leaf").is(7)).toBe(holds);
  expect(root.at("name.length").isAbsent).toBe(true);
  expect(root.at("toString").isAbsent).toBe(true);
  expect(root.at("list.length").isAbsent).toBe(false);
});

test("texts compare without regard to case, numbers and booleans exactly", () => {
  expect(is(root.at("name").is("disabled"))).toBe("holds");
  expect(is(root.at("count").is("3"))).toBe("fails");
  expect(is(root.at("on").is(false))).toBe("holds");
});

test("absent fails what must be so and keeps what must not", () => {
  for (const path of ["gone", "nothing", "blank", "gone.further"]) {
    expect(is(root.at(path).is("x"))).toBe("fails");
    expect(is(root.at(path).isOneOf(["x"]))).toBe("fails");
    expect(is(root.at(path).exists())).toBe("fails");
    expect(is(root.at(path).isAtLeast(1))).toBe("fails");
    expect(is(root.at(path).isNot("x"))).toBe("holds");
    expect(is(root.at(path).isNoneOf(["x"]))).toBe("holds");
    expect(is(root.at(path).isMissing())).toBe("holds");
  }
});

test("unknown is unknown to every condition", () => {
  const later = root.at("later");
  const conditions = [
    later.is("x"),
    later.isNot("x"),
    later.isOneOf(["x"]),
    later.isNoneOf(["x"]),
    later.exists(),
    later.isMissing(),
    later.matches(/x/, "x"),
    later.isAtLeast(1),
    later.isAtMost(1),
    later.isNotEmpty(),
    later.every(() => holds),
    later.some("x", () => holds),
    later.number("x", () => holds),
  ];
  for (const judgement of conditions) expect(judgement).toEqual({ is: "unknown", paths: ["later"] });
});

test("what is told names the place and what is allowed, never the value", () => {
  expect(told(root.at("name").is("Enabled"))).toEqual(['name: must be "Enabled"']);
  expect(told(root.at("gone").is(true))).toEqual(["gone: missing; must be true"]);
  expect(told(root.at("name").isOneOf(["a", "b"]))).toEqual(['name: must be one of "a", "b"']);
  expect(told(root.at("count").isAtMost(2, " nodes"))).toEqual(["count: must be at most 2 nodes"]);
  expect(told(root.at("name").matches(/^x/, "a name that starts with x"))).toEqual([
    "name: must be a name that starts with x",
  ]);
  expect(told(root.at("none").isNotEmpty())).toEqual(["none: empty"]);
  expect(told(root.at("name").isNot("Disabled"))).toEqual(['name: must not be "Disabled"']);
});

test("elements: one known element decides, an unknown one leaves it open", () => {
  const kind = (wanted: string) => (item: Value) => item.at("kind").is(wanted);
  expect(is(root.at("list").some("needs a b", kind("b")))).toBe("holds");
  expect(root.at("list").some("needs a c", kind("c"))).toEqual({ is: "unknown", paths: ["list[1]"] });
  expect(told(root.at("none").some("needs a c", kind("c")))).toEqual(["none: needs a c"]);
  expect(told(root.at("list").every(kind("a")))).toEqual(['list[2].kind: must be "a"']);
  expect(is(root.at("none").every(kind("a")))).toBe("holds");
});

test("odd names are read whole and told quoted, without white space", () => {
  expect(root.at("tags").child("a.b").text).toBe("y");
  expect(root.at("tags").child("cost center").path).toBe('tags["cost\\u0020center"]');
});
