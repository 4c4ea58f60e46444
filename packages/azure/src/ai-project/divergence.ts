import type { Problem } from "@ringfence/core/problems";
import { reasonProblems } from "../openings/opening";

/** Why inference runs in another region than its ring, and what that means (OE-R12). */
export interface DivergenceArgs {
  /** Why: one sentence of at most 256 characters. */
  reason: string;
  /** Which data goes to the other region and which is kept there: one sentence of at most 256 characters. */
  dataFlow: string;
  /** How many milliseconds a call takes longer than in the ring's region. */
  latencyImpactMs: number;
}

/** Everything wrong with a documented divergence. */
export function divergenceProblems({ reason, dataFlow, latencyImpactMs }: DivergenceArgs): Problem[] {
  const problems = [...reasonProblems("reason", reason), ...reasonProblems("dataFlow", dataFlow)];
  if (typeof latencyImpactMs !== "number" || !(latencyImpactMs >= 0) || latencyImpactMs > 10_000)
    problems.push({
      path: "latencyImpactMs",
      problem: `${JSON.stringify(latencyImpactMs)} is not a number of milliseconds from 0 to 10000; measure a call from the ring's region`,
    });
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
