import fc from "fast-check";
import { ignoringChanges, parsePath, touches } from "../../../src/engine/values/paths";
import { SecretMask } from "../../../src/engine/values/secret-mask";
import { fromStruct, toStruct } from "../../../src/engine/values/struct";
import {
  asOutput,
  containsSecrets,
  containsUnknowns,
  outputDependencies,
  withoutInternalKeys,
  withoutOutputs,
  withoutReferences,
  withoutSecrets,
} from "../../../src/engine/values/walk";
import {
  isUnknown,
  SIGNATURE_KEY,
  Signature,
  secret,
  UNKNOWN,
  type Value,
  type ValueMap,
} from "../../../src/engine/values/wire";

const output = (fields: ValueMap): ValueMap => ({ [SIGNATURE_KEY]: Signature.Output, ...fields });
const reference = (fields: ValueMap): ValueMap => ({ [SIGNATURE_KEY]: Signature.Resource, ...fields });

const values = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (Object.is(n, -0) ? 0 : n)),
    fc.string(),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(
      fc.string().filter((key) => key !== "__proto__"),
      tie("value"),
      { maxKeys: 4 },
    ) as fc.Arbitrary<Value>,
  ),
})).value;

describe("property values", () => {
  test("go over the wire unchanged", () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(fromStruct(toStruct({ value }))).toEqual({ value });
      }),
    );
  });

  test("that are plain stay as they are in every form", () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(withoutSecrets(withoutReferences(withoutOutputs(value)))).toEqual(value);
        expect(containsSecrets(value) || containsUnknowns(value)).toBe(false);
      }),
    );
  });

  test("lose outputs but not what they say of secrecy and knowledge", () => {
    expect(withoutOutputs([output({ value: 1 })])).toEqual([1]);
    expect(withoutOutputs(output({}))).toBe(UNKNOWN);
    expect(withoutOutputs(output({ value: "x", secret: true }))).toEqual(secret("x"));
    expect(withoutOutputs({ deep: output({ value: [output({ secret: true })] }) })).toEqual({
      deep: [secret(UNKNOWN)],
    });
    expect(isUnknown(output({}))).toBe(true);
  });

  test("collect the dependencies of outputs at every depth", () => {
    const value = {
      a: [output({ value: output({ value: 1, dependencies: ["x"] }), dependencies: ["y"] })],
      b: secret(output({ dependencies: ["z"] })),
    };
    expect([...outputDependencies(value)].sort()).toEqual(["x", "y", "z"]);
  });

  test("become outputs that depend on what they came from", () => {
    expect(asOutput("a", ["x"])).toEqual(output({ value: "a", dependencies: ["x"] }));
    expect(asOutput(secret("a"), [])).toEqual(output({ value: "a", secret: true }));
    expect(asOutput(UNKNOWN, ["x"])).toEqual(output({ dependencies: ["x"] }));
    expect(asOutput(output({ value: "a", dependencies: ["x"] }), ["y"])).toEqual(
      output({ value: "a", dependencies: ["y", "x"] }),
    );
  });

  test("name resources by id, or by URN where there is none", () => {
    expect(withoutReferences(reference({ urn: "urn:a", id: "/a" }))).toBe("/a");
    expect(withoutReferences(reference({ urn: "urn:a" }))).toBe("urn:a");
    expect(withoutReferences(reference({ urn: "urn:a", id: "" }))).toBe(UNKNOWN);
  });

  test("show policies no keys of the engine's own", () => {
    expect(withoutInternalKeys({ __internal: 1, a: { __defaults: [], b: 2 } })).toEqual({ a: { b: 2 } });
  });
});

describe("paths", () => {
  test.each([
    ["a", ["a"]],
    ["a.b", ["a", "b"]],
    ["a[0].b", ["a", 0, "b"]],
    ['a["b.c"]', ["a", "b.c"]],
    ["a[*].b", ["a", "*", "b"]],
    ["*", ["*"]],
  ])("%s", (text, path) => {
    expect(parsePath(text)).toEqual(path);
  });

  test("set inputs back to the old ones, add what was there and remove what was not", () => {
    const old: ValueMap = { size: 1, tags: { a: "1" }, rules: [{ p: 1, q: 1 }, { p: 2 }], gone: true };
    const now: ValueMap = { size: 2, tags: { a: "2", b: "2" }, rules: [{ p: 8, q: 9 }, { p: 9 }] };
    expect(ignoringChanges(now, old, ["size"])).toEqual({ ...now, size: 1 });
    expect(ignoringChanges(now, old, ["tags.a"])).toEqual({ ...now, tags: { a: "1", b: "2" } });
    expect(ignoringChanges(now, old, ["tags.b"])).toEqual({ ...now, tags: { a: "2" } });
    expect(ignoringChanges(now, old, ["tags[*]"])).toEqual({ ...now, tags: { a: "1" } });
    expect(ignoringChanges(now, old, ["rules[*].p"])).toEqual({ ...now, rules: [{ p: 1, q: 9 }, { p: 2 }] });
    expect(ignoringChanges(now, old, ["gone", "size"])).toEqual({ ...now, gone: true, size: 1 });
    expect(ignoringChanges({ s: secret("new") }, { s: secret("old") }, ["s"])).toEqual({ s: secret("old") });
  });

  test("touch what lies on, under or above them", () => {
    expect(touches("tags.a", "tags")).toBe(true);
    expect(touches("tags", "tags.a")).toBe(true);
    expect(touches("rules[1].p", "rules[*].p")).toBe(true);
    expect(touches("size", "tags")).toBe(false);
  });
});

describe("a mask", () => {
  test("hides secrets, the longest first, but not what is said openly", () => {
    const mask = new SecretMask();
    mask.learn({
      password: secret("hunter2"),
      key: secret({ name: "primary", value: "hunter2-longer" }),
      kind: "primary",
      pin: secret("12"),
    });
    expect(mask.hide("hunter2-longer, hunter2, primary, 12")).toBe("[secret], [secret], primary, 12");
  });
});
