import { allOf, fails, holds, type Judgement, type Value } from "../../rule";
import type { Evidence } from "./evidence";

/** Whether the evaluation passed: every score that is asked for is there and high enough. */
export function passedWith(minimumScores: Readonly<Record<string, unknown>>, evidence: Evidence): Judgement {
  return allOf(...Object.entries(minimumScores).map(([name, least]) => atLeast(evidence.score(name), Number(least))));
}

/** Tags hold numbers as texts. */
function atLeast(score: Value, least: number): Judgement {
  return score.judge((given) => {
    if (given === undefined) return fails(score.path, `missing; must be at least ${least}`);
    const share = typeof given === "string" && given.trim() !== "" ? Number(given) : given;
    return typeof share === "number" && share >= least && share <= 1
      ? holds
      : fails(score.path, `must be at least ${least}, and at most 1`);
  });
}
