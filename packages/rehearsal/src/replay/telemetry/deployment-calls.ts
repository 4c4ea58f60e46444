import { type LatencySample, type LatencyShape, sampleLatency } from "./latency";
import { Lever, type Levers } from "./levers";
import { parameters } from "./parameters";
import type { Random } from "./random";
import type { DeploymentLoad } from "./workload";

/** What happened at a deployment, minute by minute. Every metric and log entry of it is a view of this. */
export interface DeploymentCalls {
  /** Calls that came. */
  calls: Float32Array;
  /** Answered 200. */
  answered: Float32Array;
  /** Answered 429. */
  throttled: Float32Array;
  /** Answered 500. */
  failed: Float32Array;
  /** Answered 400 by the content filter. */
  blocked: Float32Array;
  jailbreaks: Float32Array;
  /** Of those answered 429: served by the deployment that spillover names. */
  spilled: Float32Array;
  /** Milliseconds until the first byte of what was answered. */
  responseSum: Float32Array;
  responseMinimum: Float32Array;
  responseMaximum: Float32Array;
  /** The response times' median and spread, by which a share within a bound is told. */
  responseMedian: Float32Array;
  responseSigma: number;
  /** Times the usual response time. */
  slowness: Float32Array;
  /** Percent of the quota or the provisioned throughput. */
  utilisation: Float32Array;
  /** Percent of the prompt that the cache had; for provisioned deployments. */
  cacheMatch: Float32Array;
}

/** Simulates a deployment's calls. `arriving` is the mean number a minute. */
export function simulateCalls(
  deployment: DeploymentLoad,
  arriving: Float32Array,
  ordinaryPeak: number,
  levers: Levers,
  random: Random,
): DeploymentCalls {
  const { length } = arriving;
  const made = emptyCalls(length);
  const position = (lever: Lever) => levers.positions(lever, deployment.name);
  const [quota, latency, errors, blocking, attempts, cacheLoss] = [
    position(Lever.Quota),
    position(Lever.Latency),
    position(Lever.ServerErrors),
    position(Lever.Blocked),
    position(Lever.Jailbreaks),
    position(Lever.CacheLoss),
  ];
  const capacity = ordinaryPeak / parameters.quota.peakShare;
  const median = deployment.kind === "chat" ? parameters.latency.median : parameters.latency.embeddingMedian;
  const shape: LatencyShape = { median, sigma: parameters.latency.sigma };
  const sample: LatencySample = { sum: 0, minimum: 0, maximum: 0 };
  const blockedShare = deployment.kind === "chat" ? parameters.safety.blockedShare : 0;
  const perMinute = (parameters.safety.jailbreaksPerDay / 1440) * (deployment.kind === "chat" ? 1 : 0);
  for (let minute = 0; minute < length; minute++) {
    const calls = random.poisson(arriving[minute] ?? 0);
    const room = capacity * (quota?.[minute] ?? 1);
    const share = calls / Math.max(room, 1e-9);
    // A quota is counted over less than a minute: bursts within it already exceed a minute that is nearly full.
    const excess = share <= 0.85 ? 0 : Math.max(1 - 1 / share, ((share - 0.85) / 0.4) * 0.1);
    const refused = random.happens(calls, Math.min(1, excess));
    const spilled = deployment.spilloverTo === undefined ? 0 : refused;
    const taken = calls - refused;
    const failed = random.happens(taken, Math.min(1, parameters.errors.serverShare + (errors?.[minute] ?? 0)));
    const blocked = random.happens(taken - failed, Math.min(1, blockedShare * (blocking?.[minute] ?? 1)));
    const answered = taken - failed - blocked;
    const load = Math.min(1, share);
    const slowness = (latency?.[minute] ?? 1) * (1 + 0.5 * load ** 4);
    shape.median = median * slowness;
    sampleLatency(random, shape, answered, sample);
    made.calls[minute] = calls;
    made.answered[minute] = answered;
    made.throttled[minute] = refused;
    made.failed[minute] = failed;
    made.blocked[minute] = blocked;
    made.jailbreaks[minute] = random.poisson(perMinute + (attempts?.[minute] ?? 0));
    made.spilled[minute] = spilled;
    made.responseSum[minute] = sample.sum;
    made.responseMinimum[minute] = sample.minimum;
    made.responseMaximum[minute] = sample.maximum;
    made.responseMedian[minute] = shape.median;
    made.slowness[minute] = slowness;
    made.utilisation[minute] = Math.min(110, 100 * share);
    made.cacheMatch[minute] = Math.max(0, 55 + 3 * random.normal()) * (1 - (cacheLoss?.[minute] ?? 0));
  }
  return made;
}

function emptyCalls(minutes: number): DeploymentCalls {
  const array = () => new Float32Array(minutes);
  return {
    calls: array(),
    answered: array(),
    throttled: array(),
    failed: array(),
    blocked: array(),
    jailbreaks: array(),
    spilled: array(),
    responseSum: array(),
    responseMinimum: array(),
    responseMaximum: array(),
    responseMedian: array(),
    responseSigma: parameters.latency.sigma,
    slowness: array(),
    utilisation: array(),
    cacheMatch: array(),
  };
}
