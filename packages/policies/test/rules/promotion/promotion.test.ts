import * as promotion from "@ringfence/policies/rules/promotion";
import { type JudgedResource, judge, unknown } from "@ringfence/policies/testing";
import { NOW, prove } from "../prove";

const DEPLOYMENT = "cognitiveservices:Deployment";
const DIGEST = `sha256:${"0a1b".repeat(16)}`;
const given = {
  "evidence-digest": DIGEST,
  "evidence-approver": "release-board@contoso.example",
  "evidence-from": "test",
  "evidence-evaluated": "2026-11-01T08:00:00Z",
  "evidence-score-groundedness": "0.93",
  "evidence-score-safety": "1",
};
const tags = (changes: Record<string, unknown> = {}) => ({ props: { tags: { ...given, ...changes } } });
const at = (...fields: string[]) => ({ at: fields.map((field) => `tags.evidence-${field}`) });

prove({
  rule: promotion.approvalEvidence,
  type: DEPLOYMENT,
  good: [
    tags({ "evidence-from": "dev" }),
    tags({ "evidence-score-groundedness": "0.9", "evidence-score-safety": "0.98" }),
    tags({ "evidence-evaluated": "2026-08-24" }),
    tags(),
  ],
  bad: [
    { props: { tags: { service: "claims" } }, at: [undefined] },
    { ...tags({ "evidence-digest": "sha256:0a1b" }), ...at("digest") },
    { ...tags({ "evidence-from": "sandbox" }), ...at("from") },
    { ...tags({ "evidence-from": "prod" }), ...at("from") },
    { ...tags({ "evidence-approver": " " }), ...at("approver") },
    { ...tags({ "evidence-score-safety": "0.97" }), ...at("score-safety") },
    { ...tags({ "evidence-score-safety": "97" }), ...at("score-safety") },
    { ...tags({ "evidence-score-safety": "good" }), ...at("score-safety") },
    { ...tags({ "evidence-evaluated": "2026-08-22" }), ...at("evaluated") },
    { ...tags({ "evidence-evaluated": "2026-11-22" }), ...at("evaluated") },
    { ...tags({ "evidence-evaluated": "lately" }), ...at("evaluated") },
    {
      props: { tags: { "evidence-digest": DIGEST } },
      ...at("approver", "from", "score-groundedness", "score-safety", "evaluated"),
    },
  ],
  empty: "fail",
  unknown: [
    { props: { tags: unknown }, at: "tags" },
    { ...tags({ "evidence-digest": unknown }), at: "tags.evidence-digest" },
    { ...tags({ "evidence-score-safety": unknown }), at: "tags.evidence-score-safety" },
  ],
});

const evidence = {
  digest: DIGEST,
  approver: "release-board@contoso.example",
  from: "test",
  evaluated: "2026-11-01T08:00:00Z",
  scores: { groundedness: 0.93, safety: 1 },
};
const chat = (more: Partial<JudgedResource> = {}): JudgedResource => ({
  type: `azure-native:${DEPLOYMENT}`,
  name: "claims-chat",
  props: { deploymentName: "chat" },
  ...more,
});
const component = (props: Record<string, unknown>, parent?: string): JudgedResource => ({
  type: "contoso:ai:Models",
  name: parent === undefined ? "outer" : "inner",
  props,
  outputs: {},
  parent,
});
const judged = (resources: JudgedResource[], config?: Record<string, unknown>, ring: "prod" | "test" = "prod") =>
  judge(promotion.approvalEvidence, { resources, now: NOW, ring, config });

test("evidence comes from the inputs of a component around the deployment, at preview already", async () => {
  const inside = chat({ parent: "inner", outputs: { name: unknown } });
  const resources = [component({ evidence }), component({}, "outer"), inside];
  expect(await judged(resources)).toMatchObject([{ outcome: "pass" }]);
});

test("evidence comes from the row of the deployment among the component's models", async () => {
  const inside = chat({ parent: "outer" });
  const models = [{ name: "embedding" }, { name: "Chat", evidence }];
  expect(await judged([component({ models }), inside])).toMatchObject([{ outcome: "pass" }]);
  const others = [{ name: "embedding", evidence }];
  expect(await judged([component({ models: others }), inside])).toMatchObject([{ outcome: "fail" }]);
});

test("evidence from the pack's configuration comes before the component's, and that before tags", async () => {
  const inside = chat({ parent: "outer", props: { deploymentName: "chat", ...tags().props } });
  const resources = [component({ evidence: { ...evidence, from: "sandbox" } }), inside];
  expect(await judged(resources, { evidence: { chat: evidence } })).toMatchObject([{ outcome: "pass" }]);
  expect(await judged(resources)).toMatchObject([{ outcome: "fail", path: "evidence.from" }]);
});

test("the scores that are asked for, and the age, are configured", async () => {
  const config = { evidence: { chat: evidence }, minimumScores: { fluency: 0.5 }, maximumAgeInDays: 7 };
  expect((await judged([chat()], config)).map(({ outcome, path }) => [outcome, path])).toEqual([
    ["fail", "evidence.chat.scores.fluency"],
    ["fail", "evidence.chat.evaluated"],
  ]);
});

test("nobody has to approve what is deployed to test", async () => {
  expect(await judged([chat()], undefined, "test")).toMatchObject([{ outcome: "pass" }]);
});
