import type { PromotionEvidenceArgs } from "../../src/ai-project/evidence";
import { aiProjectProblems } from "../../src/ai-project/problems";
import { chat, evidence, project, today } from "./projects";

/** What is wrong with chat's evidence in a ring, as a refusal prints it. */
function lines(changes: Record<string, unknown>, ring: "sandbox" | "dev" | "prod" = "prod"): string[] {
  const models = [{ ...chat, evidence: { ...evidence, ...changes } as PromotionEvidenceArgs }];
  return aiProjectProblems(project(ring, { models }), today).map(({ path, problem }) => `${path}: ${problem}`);
}

test("good evidence has no problems", () => {
  expect(lines({})).toEqual([]);
  expect(lines({ evaluated: "2026-11-20" })).toEqual([]);
  expect(lines({ from: "sandbox", evaluated: "2026-11-20T10:30:00.5+01:00" }, "dev")).toEqual([]);
});

test("every mistake is named at once, each with its path", () => {
  const scores = { groundedness: 96, safety: "1", "tool calls": 1 };
  expect(lines({ digest: "3f3f", approver: " ", from: "prod", evaluated: "last week", scores })).toEqual([
    'models[0].evidence.digest: "3f3f" is not sha256: and 64 hexadecimal digits',
    'models[0].evidence.approver: " " is not who approved the promotion, in at most 256 characters',
    'models[0].evidence.from: "prod" is not one of sandbox, dev, test',
    'models[0].evidence.evaluated: "last week" is not a day or moment such as 2026-11-20T09:30:00Z',
    "models[0].evidence.scores.groundedness: 96 is not a share from 0 to 1",
    'models[0].evidence.scores.safety: "1" is not a share from 0 to 1',
    'models[0].evidence.scores: "tool calls" is not the name of a score: up to 64 letters, digits, "_", "." and "-", a letter first',
  ]);
});

test("what is missing is named, and what it is", () => {
  const nothing = { digest: undefined, approver: "", from: undefined, evaluated: undefined, scores: undefined };
  expect(lines(nothing)).toEqual([
    "models[0].evidence.digest: missing; sha256: and 64 hexadecimal digits",
    "models[0].evidence.approver: missing; who approved the promotion, in at most 256 characters",
    "models[0].evidence.from: missing; one of sandbox, dev, test",
    "models[0].evidence.evaluated: missing; a day or moment such as 2026-11-20T09:30:00Z",
    "models[0].evidence.scores: missing; the share of answers that passed by score, such as groundedness: 0.96",
  ]);
});

test.each([
  ["2026-02-30", '"2026-02-30" is not a day or moment such as 2026-11-20T09:30:00Z'],
  ["2026-11-20T09:30", '"2026-11-20T09:30" is not a day or moment such as 2026-11-20T09:30:00Z'],
  ["2026-11-22", "2026-11-22 is still to come; give the moment at which the evaluation ended"],
])("an evaluation at %s is refused", (evaluated, problem) => {
  expect(lines({ evaluated })).toEqual([`models[0].evidence.evaluated: ${problem}`]);
});

test("scores that are none, too many or no object are refused", () => {
  const many = Object.fromEntries(Array.from({ length: 31 }, (_, index) => [`score-${index}`, 1]));
  const at = "models[0].evidence.scores:";
  expect(lines({ scores: {} })).toEqual([`${at} empty; give at least one score`]);
  expect(lines({ scores: many })).toEqual([`${at} 31 scores; give at most 30, which is what fits as tags`]);
  expect(lines({ scores: [0.9] })).toEqual([`${at} [0.9] is not an object of shares by score`]);
});

test("evidence where nothing is promoted to is refused", () => {
  expect(lines({}, "sandbox")).toEqual([
    "models[0].evidence.from: nothing is promoted to sandbox; leave the evidence out",
  ]);
});
