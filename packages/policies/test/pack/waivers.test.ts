import { Session } from "@ringfence/policies/pack";
import { fails, holds, resourceRule, stackRule, wholeStackRule } from "@ringfence/policies/rule";
import { type JudgedResource, judge } from "@ringfence/policies/testing";

const about = { covers: [], requirements: [], severity: "high", fix: "Stop.", why: "Because." } as const;
const inputs = resourceRule({
  ...about,
  id: "inputs",
  title: "Inputs are good",
  appliesTo: "a:*",
  holds: (resource) => resource.at("good").is(true),
});
const outputs = stackRule({
  ...about,
  id: "outputs",
  title: "Outputs are good",
  appliesTo: "a:*",
  holds: (resource) => resource.at("good").is(true),
});
const fixed = resourceRule({
  ...about,
  id: "fixed",
  title: "Never waived",
  appliesTo: "a:*",
  waivable: false,
  holds: () => fails("", "is there"),
});
const whole = wholeStackRule({
  ...about,
  id: "whole",
  title: "The stack has a keeper",
  stackHolds: ({ stack }) => (stack.resources.some(({ name }) => name === "keeper") ? holds : fails("", "has none")),
});

const now = "2026-11-21T12:00:00Z";
const stack: JudgedResource = { type: "pulumi:pulumi:Stack", name: "stack", props: {} };
const bad = (name: string): JudgedResource => ({ type: "a:b:C", name, props: { good: false } });
const waiver = (rule: string, more: object = {}) => ({
  rule,
  type: "a:*",
  name: "*",
  owner: "team@contoso.example",
  reason: "for now",
  expires: "2026-12-01",
  ...more,
});
const rules = [inputs, outputs, fixed, whole];

async function outcomes(waivers: unknown[], resources: JudgedResource[] = [stack, bad("one")], ring?: "prod" | "dev") {
  const verdicts = await judge(rules, { resources, waivers, now, ring });
  return verdicts
    .filter(({ outcome }) => outcome !== "not-applicable")
    .map(({ rule, outcome, urn, message }) =>
      `${rule} ${urn?.split("::").at(-1) ?? "-"} ${outcome}: ${message.split("\n")[1] ?? ""}`.replace(
        / Fix: .*| https:.*/,
        "",
      ),
    );
}

test("a waiver of a resource rule and of a stack rule holds; both findings stay visible", async () => {
  expect(await outcomes([waiver("inputs"), waiver("outputs", { type: "a:b:C", name: "on*" })])).toEqual([
    "inputs one waived: Waived: good: must be true, until 2026-12-01 by team@contoso.example.",
    "fixed one fail: is there.",
    "outputs one waived: Waived: good: must be true, until 2026-12-01 by team@contoso.example.",
    "whole - fail: has none.",
  ]);
});

test("a rule about the whole stack is waived on the stack's own resource", async () => {
  const told = await outcomes([waiver("whole", { type: "pulumi:pulumi:Stack", name: "stack" })]);
  expect(told.at(-1)).toBe("whole - waived: Waived: has none, until 2026-12-01 by team@contoso.example.");
});

test("by URN it is for that resource alone", async () => {
  const [one, two] = [bad("one"), { ...bad("two"), urn: "urn:pulumi:prod::x::a:b:C::two" }];
  const told = await outcomes(
    [{ ...waiver("inputs"), type: undefined, name: undefined, urn: two.urn }],
    [stack, one, two],
  );
  expect(told.filter((line) => line.startsWith("inputs"))).toEqual([
    "inputs one fail: good: must be true.",
    "inputs two waived: Waived: good: must be true, until 2026-12-01 by team@contoso.example.",
  ]);
});

test("it holds in its rings only", async () => {
  const prodOnly = [waiver("inputs", { rings: ["prod"] })];
  expect((await outcomes(prodOnly, [bad("one")], "prod"))[0]).toMatch(/^inputs one waived/);
  expect((await outcomes(prodOnly, [bad("one")], "dev"))[0]).toMatch(/^inputs one fail/);
});

test("expired, too long, malformed, or of a rule that nobody may waive: told on the stack, and the rule applies", async () => {
  const told = await outcomes([
    waiver("inputs", { expires: "2026-11-20" }),
    waiver("outputs", { expires: "2027-11-20" }),
    waiver("fixed"),
    { rule: "inputs", urn: "x", expire: "2026-12-01" },
  ]);
  expect(told).toEqual([
    "ringfence stack fail: waivers[0].expires: expired; the rule applies again.",
    "ringfence stack fail: waivers[1].expires: 365 days ahead; a high rule is waived for 90 at most.",
    "ringfence stack fail: waivers[2].rule: fixed may not be waived.",
    "ringfence stack fail: waivers[3].expire: not a key of a waiver; those are rule, owner, reason, expires, urn, type, name, ticket, rings, riskAssessment, rollbackPath.",
    "ringfence stack fail: waivers[3].owner: missing; the e-mail address of the team that answers for the exception.",
    "ringfence stack fail: waivers[3].reason: missing; why the rule cannot be kept for now.",
    "ringfence stack fail: waivers[3].expires: missing; the last day on which it holds, YYYY-MM-DD.",
    "inputs one fail: good: must be true (a waiver does not hold: waivers[0].expires expired; the rule applies again).",
    "fixed one fail: is there (a waiver does not hold: waivers[2].rule fixed may not be waived).",
    "outputs one fail: good: must be true (a waiver does not hold: waivers[1].expires 365 days ahead; a high rule is waived for 90 at most).",
    "whole - fail: has none.",
  ]);
});

test("one that fits nothing, and one that nothing needs, are told", async () => {
  const good = { ...bad("good"), props: { good: true } };
  const told = await outcomes([waiver("inputs", { name: "gone" }), waiver("outputs", { name: "good" })], [stack, good]);
  expect(told.filter((line) => line.startsWith("waivers-still-needed"))).toEqual([
    "waivers-still-needed - fail: the waiver of inputs for a:* gone, until 2026-12-01 by team@contoso.example: no resource of the stack fits it.",
    "waivers-still-needed - fail: the waiver of outputs for a:* good, until 2026-12-01 by team@contoso.example: nothing needs it any more.",
  ]);
});

test("a waiver for another ring is not missed in this one", async () => {
  const told = await outcomes([waiver("inputs", { name: "gone", rings: ["prod"] })], [bad("one")], "dev");
  expect(told.filter((line) => line.startsWith("waivers-still-needed"))).toEqual([]);
});

test("the switch forbids all of them", () => {
  const session = new Session({
    environment: { project: undefined, stack: "prod", config: {}, folders: [] },
    rules: [inputs],
    now: () => new Date(now),
  });
  const target = { urn: "u", name: "one", token: "a:b:C", azure: undefined };
  session.configure({ waivers: [waiver("inputs")] });
  expect(session.waivers.ask("inputs", target).waiver).toBeDefined();
  session.configure({ waivers: [waiver("inputs")], waiversForbidden: true });
  expect(session.waivers.ask("inputs", target)).toMatchObject({
    waiver: undefined,
    refused: "waivers[0].rule inputs may not be waived",
  });
});

test("a waiver of a rule of another pack is left to it; of a rule that nobody has it is told", () => {
  const session = new Session({
    environment: { project: undefined, stack: "prod", config: {}, folders: [] },
    rules: [inputs],
    now: () => new Date(now),
    isRuleElsewhere: (id) => id === "elsewhere",
  });
  session.configure({ waivers: [waiver("elsewhere"), waiver("mistyped"), waiver("ours")], otherRules: ["ours"] });
  expect(session.waivers.problems).toEqual([{ path: "waivers[1].rule", problem: "no rule has this id" }]);
});
