import type { ThresholdRule } from "../evaluation";

const operators = {
  GreaterThan: "over",
  GreaterThanOrEqual: "at or over",
  LessThan: "under",
  LessThanOrEqual: "at or under",
  Equals: "exactly",
};

/** When a rule fires, in words: `Total of AzureOpenAIRequests (StatusCode 429) in 5 min over 20, every min`. */
export function conditionOf({ signal, operator, threshold, window, every, state }: ThresholdRule): string {
  const periods = state.of > 1 ? `, ${state.failing} of ${state.of} times` : "";
  return `${signalOf(signal)} in ${lengthOf(window)} ${operators[operator]} ${threshold}${periods}, every ${every === 1 ? "min" : lengthOf(every)}`;
}

/** A length of time: `15 min`, `6 h`, `2 d`. */
export function lengthOf(minutes: number): string {
  if (minutes >= 2880 && minutes % 1440 === 0) return `${minutes / 1440} d`;
  if (minutes >= 120 && minutes % 60 === 0) return `${minutes / 60} h`;
  return `${Math.round(minutes)} min`;
}

function signalOf(signal: ThresholdRule["signal"]): string {
  if (signal.kind === "measure") return signal.measures;
  const filters = signal.dimensions.filter(({ values }) => !values.includes("*"));
  const where = filters.map(({ name, operator, values }) =>
    [name, ...(operator === "Exclude" ? ["not"] : []), values.join(" or ")].join(" "),
  );
  return `${signal.aggregation} of ${signal.metric}${where.length > 0 ? ` (${where.join(", ")})` : ""}`;
}
