import { allOf, anyOf, fails, holds, type Judgement, type Value } from "../../rule";

/** Something about an account that a metric alert can watch. */
export interface Signal {
  /** In words: `server errors`. */
  name: string;
  /** Metrics that show it by themselves. */
  metrics: readonly string[];
  /** The status codes that show it in the count of requests. */
  statusCodes?: RegExp;
  /** Whether the count of all requests shows it too: the load that comes near the quota. */
  allRequests?: boolean;
}

/** The count of requests, whose dimension StatusCode says what came of them. */
const REQUESTS = ["AzureOpenAIRequests", "ModelRequests"];

/** Whether a criterion of a metric alert watches a signal. */
export function watches(criterion: Value, signal: Signal): Judgement {
  const metric = criterion.at("metricName");
  const byItself = metric.isOneOf(signal.metrics);
  if (signal.statusCodes === undefined) return byItself;
  return anyOf(byItself, allOf(metric.isOneOf(REQUESTS), counts(criterion.at("dimensions"), signal)));
}

/** Whether the requests that are counted are those of a signal. */
function counts(dimensions: Value, { statusCodes = /^/, allRequests }: Signal): Judgement {
  return dimensions.judge(() => {
    const status = dimensions.items().find((dimension) => dimension.at("name").is("StatusCode").is === "holds");
    if (status === undefined) return allRequests ? holds : fails(dimensions.path, "counts every request");
    const values = status.at("values");
    const named = values.some("names other status codes", (code) =>
      anyOf(code.is("*"), code.matches(statusCodes, "one of the status codes")),
    );
    if (status.at("operator").is("Exclude").is !== "holds") return named;
    if (named.is === "unknown") return named;
    return named.is === "holds" ? fails(values.path, "leaves these status codes out") : holds;
  });
}
