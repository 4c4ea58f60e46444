import { notOneOf, type Problem, under } from "@ringfence/core/problems";
import { ringNames } from "@ringfence/core/rings";
import type { RingContext } from "../ring/context";
import type { PromotionEvidenceArgs } from "./evidence";

const DIGEST = /^sha256:[0-9a-f]{64}$/i;
const MOMENT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$/;

/** Scores become tags, whose names take no < > % & \ ? / (azure-docs tag-resources.md); this is what evaluators use. */
const SCORE = /^[A-Za-z][A-Za-z0-9_.-]{0,63}$/;

/** A resource takes 50 tags (azure-docs tag-resources.md); the six operational ones and the openings need room as well. */
const MOST_SCORES = 30;

/** The longest value of a tag (azure-docs tag-resources.md). */
const LONGEST_TEXT = 256;

/** Everything wrong with the evidence of a promotion to a ring; `today` is the latest moment of an evaluation. */
export function evidenceProblems(
  evidence: PromotionEvidenceArgs | undefined,
  { ring }: RingContext,
  today: Date,
): Problem[] {
  if (evidence === undefined) return [];
  if (!isObject(evidence)) return [{ path: "", problem: `${JSON.stringify(evidence)} is not an object` }];
  const { digest, approver, from, evaluated, scores } = evidence as Partial<Record<string, unknown>>;
  const earlier = ringNames.slice(0, ringNames.indexOf(ring));
  return [
    ...textProblems("digest", digest, "sha256: and 64 hexadecimal digits", (text) => DIGEST.test(text)),
    ...textProblems(
      "approver",
      approver,
      `who approved the promotion, in at most ${LONGEST_TEXT} characters`,
      (text) => text.trim() !== "" && text.length <= LONGEST_TEXT,
    ),
    ...fromProblems(from, ring, earlier),
    ...textProblems("evaluated", evaluated, "a day or moment such as 2026-11-20T09:30:00Z", isMoment),
    ...(isMoment(evaluated) && Date.parse(evaluated) > today.getTime()
      ? [{ path: "evaluated", problem: `${evaluated} is still to come; give the moment at which the evaluation ended` }]
      : []),
    ...under("scores", scoreProblems(scores)),
  ];
}

function textProblems(path: string, given: unknown, allowed: string, fits: (text: string) => boolean): Problem[] {
  if (given === undefined || given === null || given === "") return [{ path, problem: `missing; ${allowed}` }];
  if (typeof given === "string" && fits(given)) return [];
  return [{ path, problem: `${JSON.stringify(given)} is not ${allowed}` }];
}

function fromProblems(from: unknown, ring: string, earlier: readonly string[]): Problem[] {
  const path = "from";
  if (earlier.length === 0) return [{ path, problem: `nothing is promoted to ${ring}; leave the evidence out` }];
  return earlier.some((name) => name === from) ? [] : [{ path, problem: notOneOf(from, earlier) }];
}

function scoreProblems(scores: unknown): Problem[] {
  if (scores === undefined || scores === null)
    return [{ path: "", problem: "missing; the share of answers that passed by score, such as groundedness: 0.96" }];
  if (!isObject(scores))
    return [{ path: "", problem: `${JSON.stringify(scores)} is not an object of shares by score` }];
  const entries = Object.entries(scores);
  if (entries.length === 0) return [{ path: "", problem: "empty; give at least one score" }];
  if (entries.length > MOST_SCORES)
    return [{ path: "", problem: `${entries.length} scores; give at most ${MOST_SCORES}, which is what fits as tags` }];
  return entries.flatMap(([name, share]) => {
    if (!SCORE.test(name)) {
      const allowed = 'up to 64 letters, digits, "_", "." and "-", a letter first';
      return [{ path: "", problem: `${JSON.stringify(name)} is not the name of a score: ${allowed}` }];
    }
    return typeof share === "number" && share >= 0 && share <= 1
      ? []
      : [{ path: name, problem: `${JSON.stringify(share) ?? "nothing"} is not a share from 0 to 1` }];
  });
}

function isMoment(text: unknown): text is string {
  if (typeof text !== "string" || !MOMENT.test(text) || Number.isNaN(Date.parse(text))) return false;
  const day = text.slice(0, 10);
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
