import {
  anyReference,
  fails,
  holds,
  perStack,
  references,
  Stack,
  StackResource,
  stackRule,
} from "@ringfence/policies/rule";
import { judge, unknown } from "@ringfence/policies/testing";

const ID = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.CognitiveServices/accounts/ai";
const alertsOf = references({
  type: "monitor:MetricAlert",
  property: "scopes",
  ids: (alert) => alert.at("scopes").items(),
});
const watched = stackRule({
  id: "watched",
  title: "Accounts are watched",
  covers: [],
  requirements: [],
  severity: "low",
  appliesTo: "cognitiveservices:Account",
  holds: (account, { stack }) =>
    anyReference(alertsOf(stack, account), (alert) => alert.at("enabled").is(true), fails("", "nobody watches")),
  fix: "Watch it.",
  why: "Because.",
});

const account = (outputs: Record<string, unknown> = { id: ID }) => ({
  type: "azure-native:cognitiveservices:Account",
  name: "ai",
  props: {},
  outputs,
});
const alert = (props: Record<string, unknown>, from?: string[]) => ({
  type: "azure-native:insights:MetricAlert",
  name: "alert",
  props,
  outputs: {},
  ...(from && { propertyDependencies: { scopes: from } }),
});

test.each([
  ["made from it while the id is unknown", [account({}), alert({ enabled: true, scopes: [unknown] }, ["ai"])], "pass"],
  ["holding its id in other letters", [account(), alert({ enabled: true, scopes: ["/a", ID.toUpperCase()] })], "pass"],
  ["holding another id", [account(), alert({ enabled: true, scopes: [`${ID}2`] })], "fail"],
  ["not as wanted", [account(), alert({ enabled: false, scopes: [ID] })], "fail"],
  ["not known to be as wanted", [account(), alert({ enabled: unknown, scopes: [ID] })], "undetermined"],
  ["with an id that is unknown and made from nothing", [account(), alert({ scopes: [unknown] })], "undetermined"],
  ["altogether unknown", [account(), alert({ scopes: unknown })], "undetermined"],
  [
    "unknown but made from another resource",
    [account(), { ...account({}), name: "other" }, alert({ enabled: true, scopes: unknown }, ["other"])],
    "fail",
  ],
  ["holding an id that ends in its name", [account({ name: "AI" }), alert({ enabled: true, scopes: [ID] })], "pass"],
  [
    "holding the id of a part of it",
    [account({ name: "ai" }), alert({ enabled: true, scopes: [`${ID}/projects/ai`] })],
    "fail",
  ],
  [
    "holding the id of another service's resource of its name",
    [account({ name: "ai" }), alert({ enabled: true, scopes: [ID.replace("CognitiveServices", "Storage")] })],
    "fail",
  ],
  [
    "of its name although its id is another",
    [account({ id: `/x${ID}`, name: "ai" }), alert({ enabled: true, scopes: [ID] })],
    "fail",
  ],
  ["absent", [account()], "fail"],
])("a reference %s", async (_what, resources, outcome) => {
  const verdicts = await judge(watched, { resources });
  expect(verdicts.find(({ urn }) => urn?.endsWith("::ai"))?.outcome).toBe(outcome);
});

test("what is made for a stack is made once, and anew for another", () => {
  let count = 0;
  const lengthOf = perStack((stack) => {
    count += 1;
    return stack.resources.length;
  });
  const resource = new StackResource({ token: "a:b:C", urn: "u", name: "n", outputs: {}, inputs: {}, madeFrom: {} });
  const [empty, one] = [new Stack([]), new Stack([resource])];
  expect([lengthOf(empty), lengthOf(one), lengthOf(one), lengthOf(empty)]).toEqual([0, 1, 1, 0]);
  expect(count).toBe(2);
});

test("the first reference that is as wanted is enough, whatever is unknown beside it", () => {
  expect(anyReference({ resources: [], unknown: ["x.id"] }, () => holds, fails("", "none"))).toEqual({
    is: "unknown",
    paths: ["x.id"],
  });
});

test("what a program leaves out is absent where it was asked for, and unknown where Azure answers", () => {
  const parts = { token: "a:b:C", urn: "u", name: "n", madeFrom: {} };
  const outputs = { chosen: unknown, left: unknown, told: "Azure" };
  const seen = new StackResource({ ...parts, outputs, inputs: { chosen: "program", told: "program" } });
  const read = (resource: StackResource, property: string) => [
    resource.at(property).text ?? resource.at(property).isUnknown,
    resource.asked.at(property).text ?? resource.asked.at(property).isUnknown,
  ];
  expect(read(seen, "chosen")).toEqual(["program", "program"]);
  expect(read(seen, "left")).toEqual([true, false]);
  expect(read(seen, "told")).toEqual(["Azure", "program"]);
  const unseen = new StackResource({ ...parts, outputs, inputs: undefined });
  expect(read(unseen, "left")).toEqual([true, true]);
  expect(read(unseen, "told")).toEqual(["Azure", "Azure"]);
});
