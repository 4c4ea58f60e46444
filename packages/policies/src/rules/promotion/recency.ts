import { fails, holds, type Judgement } from "../../rule";
import type { Evidence } from "./evidence";

const DAY = 24 * 60 * 60 * 1000;

/** Whether the evaluation is recent: an old one speaks of prompts, data and filters that are no longer there. */
export function evaluatedWithin(days: number, evidence: Evidence, now: Date): Judgement {
  const evaluated = evidence.field("evaluated");
  const must = `must be a moment of the last ${days} days`;
  return evaluated.judge((given) => {
    if (given === undefined) return fails(evaluated.path, `missing; ${must}`);
    const moment = typeof given === "string" ? Date.parse(given) : Number.NaN;
    return moment <= now.getTime() && moment >= now.getTime() - days * DAY ? holds : fails(evaluated.path, must);
  });
}
