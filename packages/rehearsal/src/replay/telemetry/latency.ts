import type { Random } from "./random";

/** Response times of one minute's calls: log-normal, with the median and the spread of their logarithms. */
export interface LatencyShape {
  /** Milliseconds. */
  median: number;
  /** The deviation of the natural logarithm; 0.6 puts the 95th percentile at 2.7 times the median. */
  sigma: number;
}

/** What the calls of one minute were like, in milliseconds. */
export interface LatencySample {
  sum: number;
  minimum: number;
  maximum: number;
}

/**
 * The sum, the least and the greatest of `calls` log-normal response times, without drawing each of them: the extremes
 * by the quantile that a uniform draw has among so many, the mean by the central limit theorem, kept between them. One
 * call is drawn as it is.
 */
export function sampleLatency(
  random: Random,
  { median, sigma }: LatencyShape,
  calls: number,
  into: LatencySample,
): void {
  if (calls <= 1) {
    const value = median * Math.exp(sigma * random.normal());
    into.sum = value * calls;
    into.minimum = value;
    into.maximum = value;
    return;
  }
  const variance = sigma * sigma;
  const mean = median * Math.exp(variance / 2);
  const deviation = mean * Math.sqrt(Math.expm1(variance) / calls);
  // The greatest of so many even draws, and then the least of the others, which lie below it.
  const highest = random.uniform() ** (1 / calls);
  const lowest = highest * (1 - random.uniform() ** (1 / (calls - 1)));
  into.maximum = median * Math.exp(sigma * normalQuantile(highest));
  into.minimum = median * Math.exp(sigma * normalQuantile(lowest));
  const least = (into.minimum * (calls - 1) + into.maximum) / calls;
  const most = (into.minimum + into.maximum * (calls - 1)) / calls;
  into.sum = calls * Math.min(most, Math.max(least, mean + deviation * random.normal()));
}

/** The share of log-normal response times at or below a bound. */
export function shareWithin({ median, sigma }: LatencyShape, bound: number): number {
  return normalShareBelow(Math.log(bound / median) / sigma);
}

/** Which response time a share of the calls stays below. */
export function latencyQuantile({ median, sigma }: LatencyShape, share: number): number {
  return median * Math.exp(sigma * normalQuantile(share));
}

/** The normal distribution's share below z: Abramowitz and Stegun 26.2.17, exact to 7.5e-8. */
export function normalShareBelow(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const polynomial = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const above = Math.exp((-z * z) / 2) * 0.3989422804014327 * polynomial;
  return z >= 0 ? 1 - above : above;
}

/** The value that a share of the normal distribution lies below: Peter Acklam's rational approximation, exact to 1.2e-9. */
export function normalQuantile(share: number): number {
  const p = Math.min(1 - 1e-12, Math.max(1e-12, share));
  if (p < 0.02425) return -tail(Math.sqrt(-2 * Math.log(p)));
  if (p > 1 - 0.02425) return tail(Math.sqrt(-2 * Math.log(1 - p)));
  const q = p - 0.5;
  const r = q * q;
  const numerator =
    ((((-39.69683028665376 * r + 220.9460984245205) * r - 275.9285104469687) * r + 138.357751867269) * r -
      30.66479806614716) *
      r +
    2.506628277459239;
  const denominator =
    ((((-54.47609879822406 * r + 161.5858368580409) * r - 155.6989798598866) * r + 66.80131188771972) * r -
      13.28068155288572) *
      r +
    1;
  return (q * numerator) / denominator;
}

function tail(q: number): number {
  const numerator =
    ((((-0.007784894002430293 * q - 0.3223964580411365) * q - 2.400758277161838) * q - 2.549732539343734) * q +
      4.374664141464968) *
      q +
    2.938163982698783;
  const denominator =
    (((0.007784695709041462 * q + 0.3224671290700398) * q + 2.445134137142996) * q + 3.754408661907416) * q + 1;
  return -numerator / denominator;
}
