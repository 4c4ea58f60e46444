import type { ServiceObjectiveArgs } from "@ringfence/azure";

/** What the claims assistant promises: that answers arrive, that they are quick, and that they are grounded. */
export const objectives: ServiceObjectiveArgs[] = [
  { name: "answers-arrive", kind: "success-rate", target: 99.5, period: "30d" },
  { name: "p95-is-quick", kind: "latency", quantile: 95, under: "8s", target: 99, period: "30d" },
  { name: "median-is-quick", kind: "latency", quantile: 50, under: "3s", target: 99, period: "30d" },
  {
    name: "answers-are-grounded",
    kind: "evaluation-score",
    evaluator: "groundedness",
    atLeast: 4,
    target: 95,
    period: "30d",
  },
];
