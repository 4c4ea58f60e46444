import { policiesOf, Session } from "@ringfence/policies/pack";
import { fails, resourceRule, stackRule } from "@ringfence/policies/rule";
import { analyzer, complete } from "@ringfence/policies/testing";
import fc from "fast-check";
import { RequestGate } from "../../src/pack/request-gate";

const kinds = ["a", "b", "c"];
const rules = kinds.map((kind) =>
  resourceRule({
    id: `of-${kind}`,
    title: `Nothing of ${kind}`,
    covers: [],
    requirements: [],
    severity: "low",
    appliesTo: [`${kind}:x:Y`, `m:${kind.toUpperCase()}`],
    fix: "Remove it.",
    why: "Because.",
    holds: () => fails("", "is there"),
  }),
);
const tokens = [
  ...kinds.map((kind) => `${kind}:x:Y`),
  ...kinds.map((kind) => `azure-native_m_v20240101:m:${kind.toUpperCase()}`),
  "d:x:Y",
];
const expected = (token: string) =>
  kinds
    .filter((kind) => token.startsWith(`${kind}:`) || token.endsWith(kind.toUpperCase()))
    .map((kind) => `of-${kind}`);

function served() {
  const environment = { project: undefined, stack: "prod", config: {}, folders: [] };
  const session = new Session({ environment, rules, now: () => new Date() });
  const pack = analyzer(policiesOf(rules, session), { ringfence: { waivers: [] } });
  return async (token: string) => {
    const [resource] = complete([{ type: token, props: {} }], "prod");
    const answer = await pack.analyze(resource as NonNullable<typeof resource>);
    return {
      told: answer.getDiagnosticsList().map((one) => one.getPolicyname()),
      skipped: answer
        .getNotApplicableList()
        .map((one) => one.getPolicyName())
        .filter((name) => name !== "ringfence"),
    };
  };
}

test("whatever overlaps, each resource meets exactly the rules for its type", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom(...tokens), fc.nat(3)), { maxLength: 12 }), async (calls) => {
      const judge = served();
      const answers = calls.map(async ([token, turns]) => {
        for (let turn = 0; turn < turns; turn++) await Promise.resolve();
        if (turns === 3) await new Promise(setImmediate);
        return [token, await judge(token)] as const;
      });
      for (const [token, { told, skipped }] of await Promise.all(answers)) {
        expect([token, told]).toEqual([token, expected(token)]);
        expect([...told, ...skipped].sort()).toEqual(rules.map(({ id }) => id));
      }
    }),
    { numRuns: 500 },
  );
});

test("one request after the other is certain, even within one turn of the event loop", () => {
  const gate = new RequestGate<string>();
  for (const type of ["a", "b"]) {
    gate.begin(type);
    expect(gate.subject).toBe(type);
    gate.end();
    expect(gate.subject).toBeUndefined();
  }
});

test("two at once are not certain until the event loop has turned", async () => {
  const gate = new RequestGate<string>();
  gate.begin("a");
  gate.begin("b");
  expect(gate.subject).toBeUndefined();
  gate.end();
  gate.begin("c");
  expect(gate.subject).toBeUndefined();
  await new Promise(setImmediate);
  gate.begin("d");
  expect(gate.subject).toBe("d");
});

const stackRules = kinds.map((kind) =>
  stackRule({
    id: `of-${kind}`,
    title: `Nothing of ${kind}`,
    covers: [],
    requirements: [],
    severity: "low",
    appliesTo: [`${kind}:x:Y`, `m:${kind.toUpperCase()}`],
    fix: "Remove it.",
    why: "Because.",
    holds: () => fails("", "is there"),
  }),
);

test("whatever overlaps, each stack rule meets the stack that it is asked about", async () => {
  const stacks = fc.array(fc.tuple(fc.uniqueArray(fc.constantFrom(...tokens)), fc.nat(3)), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(stacks, async (calls) => {
      const environment = { project: undefined, stack: "prod", config: {}, folders: [] };
      const session = new Session({ environment, rules: stackRules, now: () => new Date() });
      const pack = analyzer(policiesOf(stackRules, session));
      const answers = calls.map(async ([types, turns], call) => {
        for (let turn = 0; turn < turns; turn++) await Promise.resolve();
        if (turns === 3) await new Promise(setImmediate);
        const resources = types.map((type) => ({ type, name: `${call} ${type}`, props: {} }));
        const answer = await pack.analyzeStack(complete(resources, "prod"));
        const told = answer
          .getDiagnosticsList()
          .map((one) => `${one.getPolicyname()} ${one.getUrn().split("::").at(-1)}`);
        const wanted = types.flatMap((type) => expected(type).map((rule) => `${rule} ${call} ${type}`));
        expect(told.sort()).toEqual(wanted.sort());
        const heard = new Set(told.map((one) => one.split(" ")[0]));
        expect(answer.getNotApplicableList().map((one) => one.getPolicyName())).toEqual(
          stackRules.map(({ id }) => id).filter((id) => !heard.has(id)),
        );
      });
      await Promise.all(answers);
    }),
    { numRuns: 300 },
  );
});
