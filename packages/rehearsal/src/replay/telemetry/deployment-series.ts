import type { DeploymentCalls } from "./deployment-calls";
import {
  counterSeries,
  gaugeSeries,
  type LatencyOverTime,
  LOGS,
  type MinuteSeries,
  type SeriesOf,
} from "./minute-series";
import { parameters } from "./parameters";
import type { DeploymentLoad } from "./workload";

const service = "Microsoft.CognitiveServices/accounts";

/** The platform metrics of one deployment, as Azure Monitor would have them. */
export function deploymentSeries(
  deployment: DeploymentLoad,
  calls: DeploymentCalls,
  takesSpillover: boolean,
): MinuteSeries[] {
  const of = (metric: string, dimensions: Record<string, string> = {}): SeriesOf => ({
    service,
    metric,
    dimensions: { ModelDeploymentName: deployment.name, ...dimensions },
    resource: deployment.account,
  });
  const { latency, tokens } = parameters;
  const generated = deployment.kind === "chat" ? tokens.generated : 0;
  const spillover = takesSpillover ? "True" : "False";
  const requests = [
    counterSeries(of("AzureOpenAIRequests", { StatusCode: "200", IsSpillover: spillover }), calls.answered),
    counterSeries(of("AzureOpenAIRequests", { StatusCode: "429", IsSpillover: spillover }), calls.throttled),
    counterSeries(of("AzureOpenAIRequests", { StatusCode: "500", IsSpillover: spillover }), calls.failed),
    counterSeries(of("AzureOpenAIRequests", { StatusCode: "400", IsSpillover: spillover }), calls.blocked),
  ];
  const response: MinuteSeries = {
    ...of("AzureOpenAITimeToResponse", { StatusCode: "200" }),
    sum: calls.responseSum,
    count: calls.answered,
    minimum: calls.responseMinimum,
    maximum: calls.responseMaximum,
  };
  const series = [
    ...requests,
    availability(of("AzureOpenAIAvailabilityRate"), calls),
    response,
    counterSeries(of("ProcessedPromptTokens"), scaled(calls.answered, tokens.prompt)),
    counterSeries(of("TokenTransaction"), scaled(calls.answered, tokens.prompt + generated)),
    counterSeries(of("RAITotalRequests"), calls.calls),
  ];
  if (deployment.kind === "chat") {
    const perAnswer = generated * latency.perToken;
    series.push(
      ...requests.slice(3).map(({ sum }) => counterSeries(of("RAIRejectedRequests", { Category: "Violence" }), sum)),
      counterSeries(of("RAIHarmfulRequests", { Category: "jailbreak", Severity: "high" }), calls.jailbreaks),
      counterSeries(of("GeneratedTokens"), scaled(calls.answered, generated)),
      perCall(of("AzureOpenAITTLTInMS"), calls, (first, slow) => first + perAnswer * slow),
      perCall(of("AzureOpenAINormalizedTTFTInMS"), calls, (first) => first / tokens.prompt),
      perCall(of("AzureOpenAINormalizedTBTInMS"), calls, (_, slow) => latency.perToken * slow),
      perCall(of("AzureOpenAITokenPerSecond"), calls, (_, slow) => 1000 / (latency.perToken * slow)),
    );
  }
  if (deployment.provisioned)
    series.push(
      gaugeSeries(of("AzureOpenAIProvisionedManagedUtilizationV2"), calls.utilisation),
      gaugeSeries(of("AzureOpenAIContextTokensCacheMatchRate"), calls.cacheMatch),
    );
  return series;
}

/** The logs that hold a deployment's calls: Azure's own of its requests, and what its caller's telemetry says of them. */
export const CallLog = { Requests: "RequestResponse", Dependencies: "AppDependencies" } as const;
export type CallLog = (typeof CallLog)[keyof typeof CallLog];

/**
 * What a log says of one deployment's calls, for queries; `arrives` is the share of its entries that do. Durations are
 * those of whole answers.
 */
export function deploymentLog(
  log: CallLog,
  deployment: DeploymentLoad,
  calls: DeploymentCalls,
  arrives: Float32Array | undefined,
): MinuteSeries[] {
  const spills = deployment.spilloverTo === undefined ? "no" : "yes";
  const of = (code: string): SeriesOf => ({
    service: LOGS,
    metric: log,
    dimensions: { Deployment: deployment.name, Code: code, Spills: spills },
    ...(log === CallLog.Requests && { resource: deployment.account }),
  });
  const seen = (events: Float32Array) =>
    arrives === undefined ? events : events.map((n, at) => n * (arrives[at] ?? 1));
  return [
    { ...counterSeries(of("200"), seen(calls.answered)), latency: wholeAnswers(deployment, calls) },
    counterSeries(of("429"), seen(calls.throttled)),
    counterSeries(of("500"), seen(calls.failed)),
    counterSeries(of("400"), seen(calls.blocked)),
  ];
}

/** Time to the last token: the first byte's, and the answer's length at the minute's speed. */
export function wholeAnswers({ kind }: DeploymentLoad, calls: DeploymentCalls): LatencyOverTime {
  const writing = kind === "chat" ? parameters.tokens.generated * parameters.latency.perToken : 0;
  return {
    median: calls.responseMedian.map((first, minute) => first + writing * (calls.slowness[minute] ?? 1)),
    sigma: calls.responseSigma,
  };
}

/** One sample for each call: 100 where it was not answered with a 5xx, 0 where it was. Throttling does not lower it. */
function availability(of: SeriesOf, { calls, failed }: DeploymentCalls): MinuteSeries {
  const sum = calls.map((all, minute) => 100 * (all - (failed[minute] ?? 0)));
  return {
    ...of,
    sum,
    count: calls,
    minimum: failed.map((bad) => (bad > 0 ? 0 : 100)),
    maximum: calls.map((all, minute) => (all > (failed[minute] ?? 0) ? 100 : 0)),
  };
}

/** One sample for each answered call, from its time to the first byte and how slow the minute was. */
function perCall(of: SeriesOf, calls: DeploymentCalls, value: (first: number, slow: number) => number): MinuteSeries {
  const { answered, responseSum, responseMinimum, responseMaximum, slowness } = calls;
  const made = new Float32Array(answered.length);
  for (let minute = 0; minute < made.length; minute++) {
    const count = answered[minute] ?? 0;
    if (count > 0) made[minute] = value((responseSum[minute] ?? 0) / count, slowness[minute] ?? 1) * count;
  }
  const [low, high] = [responseMinimum, responseMaximum].map((bound) =>
    bound.map((first, minute) => value(first, slowness[minute] ?? 1)),
  );
  return { ...of, sum: made, count: answered, minimum: low ?? made, maximum: high ?? made };
}

function scaled(values: Float32Array, factor: number): Float32Array {
  return values.map((value) => value * factor);
}
