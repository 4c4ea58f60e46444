import type { ObjectiveDefinition } from "@ringfence/core/levels";

/** One objective of each form, as a user writes them. */
export const answersArrive: ObjectiveDefinition = {
  name: "answers-arrive",
  kind: "success-rate",
  target: 99.5,
  period: "30d",
};

export const answersAreQuick: ObjectiveDefinition = {
  name: "answers-are-quick",
  kind: "latency",
  under: "4s",
  target: 95,
  period: "28d",
};

export const slowestAreQuick: ObjectiveDefinition = {
  name: "p95-is-quick",
  kind: "latency",
  quantile: 95,
  under: "4s",
  target: 99,
  period: "30d",
};

export const answersAreGrounded: ObjectiveDefinition = {
  name: "answers-are-grounded",
  kind: "evaluation-score",
  evaluator: "groundedness",
  atLeast: 4,
  target: 90,
  period: "calendar-month",
  timeZone: "Europe/Stockholm",
};

export const oneOfEach: readonly ObjectiveDefinition[] = [
  answersArrive,
  answersAreQuick,
  slowestAreQuick,
  answersAreGrounded,
];
