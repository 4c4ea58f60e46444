import { aliasUrns } from "../../../src/engine/state/aliases";
import { createUrn, parseProviderReference, parseUrn } from "../../../src/engine/state/urn";

const stack = "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev";
const group = "urn:pulumi:dev::shop::my:index:Group::group";
const owner = { stack: "dev", project: "shop", type: "echo:index:Thing", name: "thing", parent: stack };
const none = () => undefined;

describe("URNs", () => {
  test("carry the types of all parents but the stack", () => {
    expect(createUrn("dev", "shop", stack, "echo:index:Thing", "a")).toBe("urn:pulumi:dev::shop::echo:index:Thing::a");
    expect(createUrn("dev", "shop", group, "echo:index:Thing", "a")).toBe(
      "urn:pulumi:dev::shop::my:index:Group$echo:index:Thing::a",
    );
    expect(parseUrn("urn:pulumi:dev::shop::my:index:Group$echo:index:Thing::a::b")).toEqual({
      stack: "dev",
      project: "shop",
      qualifiedType: "my:index:Group$echo:index:Thing",
      type: "echo:index:Thing",
      name: "a::b",
    });
  });

  test("of providers end in the provider's id as references", () => {
    const urn = "urn:pulumi:dev::shop::pulumi:providers:azure-native::default_3_28_0";
    expect(parseProviderReference(`${urn}::1234`)).toEqual({ urn, id: "1234" });
    expect(parseProviderReference("1234")).toBeUndefined();
  });
});

describe("aliases", () => {
  test("complete themselves from the resource", () => {
    expect(aliasUrns(owner, [{ name: "old" }], none)).toEqual(["urn:pulumi:dev::shop::echo:index:Thing::old"]);
    expect(aliasUrns(owner, [{ type: "echo:index:Old" }], none)).toEqual([
      "urn:pulumi:dev::shop::echo:index:Old::thing",
    ]);
    expect(aliasUrns(owner, [{ stack: "prod", project: "store" }], none)).toEqual([
      "urn:pulumi:prod::store::echo:index:Thing::thing",
    ]);
    expect(aliasUrns(owner, [{ parent: group }], none)).toEqual([
      "urn:pulumi:dev::shop::my:index:Group$echo:index:Thing::thing",
    ]);
    expect(aliasUrns({ ...owner, parent: group }, [{ noParent: true }], none)).toEqual([
      "urn:pulumi:dev::shop::echo:index:Thing::thing",
    ]);
    expect(aliasUrns(owner, [{ urn: group }], none)).toEqual([group]);
  });

  test("of a parent pass on to its children, whose names follow the parent's", () => {
    const old = "urn:pulumi:dev::shop::my:index:Group::app";
    const child = { ...owner, parent: group, name: "group-thing" };
    expect(aliasUrns(child, [], (urn) => (urn === group ? old : undefined))).toEqual([
      "urn:pulumi:dev::shop::my:index:Group$echo:index:Thing::app-thing",
    ]);
    expect(aliasUrns(child, [{ name: "other" }], (urn) => (urn === group ? old : undefined))).toEqual([
      "urn:pulumi:dev::shop::my:index:Group$echo:index:Thing::other",
      "urn:pulumi:dev::shop::my:index:Group$echo:index:Thing::app-thing",
    ]);
  });
});
