import { policiesOf, Session } from "@ringfence/policies/pack";
import { fails, resourceRule } from "@ringfence/policies/rule";
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
  const gate = new RequestGate();
  for (const type of ["a", "b"]) {
    gate.begin(type);
    expect(gate.type).toBe(type);
    gate.end();
    expect(gate.type).toBeUndefined();
  }
});

test("two at once are not certain until the event loop has turned", async () => {
  const gate = new RequestGate();
  gate.begin("a");
  gate.begin("b");
  expect(gate.type).toBeUndefined();
  gate.end();
  gate.begin("c");
  expect(gate.type).toBeUndefined();
  await new Promise(setImmediate);
  gate.begin("d");
  expect(gate.type).toBe("d");
});
