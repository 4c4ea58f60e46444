import type { Problem } from "@ringfence/core/problems";
import { reasonProblems } from "../openings/opening";
import { wholeNumberProblem } from "../refuse/whole-number";

/** Why inference runs in another region than its ring, and what that means (OE-R12). */
export interface DivergenceArgs {
  /** Why: one sentence of at most 256 characters. */
  reason: string;
  /** Which data goes to the other region and which is kept there: one sentence of at most 256 characters. */
  dataFlow: string;
  /** How many milliseconds a call takes longer than in the ring's region, whole. */
  latencyImpactMs: number;
}

/** More is no latency between two regions but an outage, or another unit: a judgement. */
const LONGEST_IMPACT_MS = 10_000;

/** Everything wrong with a documented divergence. */
export function divergenceProblems({ reason, dataFlow, latencyImpactMs }: DivergenceArgs): Problem[] {
  const problems = [...reasonProblems("reason", reason), ...reasonProblems("dataFlow", dataFlow)];
  const inLatency = wholeNumberProblem(latencyImpactMs, 0, LONGEST_IMPACT_MS, "milliseconds");
  if (inLatency !== undefined)
    problems.push({ path: "latencyImpactMs", problem: `${inLatency}; measure a call from the ring's region` });
  return problems;
}

/** The divergence as tags on what runs elsewhere, so that it can be read in Azure. */
export function divergenceTags(ringRegion: string, divergence: DivergenceArgs): Record<string, string> {
  return {
    "divergence-from": ringRegion,
    "divergence-reason": divergence.reason,
    "divergence-data-flow": divergence.dataFlow,
    "divergence-latency-impact-ms": String(divergence.latencyImpactMs),
  };
}
