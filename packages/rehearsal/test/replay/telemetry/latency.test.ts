import {
  type LatencySample,
  latencyQuantile,
  normalQuantile,
  normalShareBelow,
  sampleLatency,
  shareWithin,
} from "../../../src/replay/telemetry/latency";
import { Random } from "../../../src/replay/telemetry/random";

test.each([
  [0.5, 0],
  [0.975, 1.959964],
  [0.01, -2.326348],
  [0.999, 3.090232],
])("%d of the normal distribution lies below %d", (share, z) => {
  expect(normalQuantile(share)).toBeCloseTo(z, 5);
  expect(normalShareBelow(z)).toBeCloseTo(share, 6);
});

test("a quantile and the share within it are the same fact", () => {
  const shape = { median: 800, sigma: 0.45 };
  expect(latencyQuantile(shape, 0.5)).toBeCloseTo(800, 6);
  expect(shareWithin(shape, latencyQuantile(shape, 0.95))).toBeCloseTo(0.95, 6);
});

test("a minute's sum and extremes are those of as many log-normal calls", () => {
  const random = new Random(1, "latency");
  const shape = { median: 800, sigma: 0.45 };
  const sample: LatencySample = { sum: 0, minimum: 0, maximum: 0 };
  const [rounds, calls] = [4000, 50];
  const sampled = { mean: 0, least: 0, greatest: 0 };
  const drawn = { mean: 0, least: 0, greatest: 0 };
  for (let round = 0; round < rounds; round++) {
    sampleLatency(random, shape, calls, sample);
    sampled.mean += sample.sum / calls / rounds;
    sampled.least += sample.minimum / rounds;
    sampled.greatest += sample.maximum / rounds;
    const each = Array.from({ length: calls }, () => shape.median * Math.exp(shape.sigma * random.normal()));
    drawn.mean += each.reduce((sum, value) => sum + value, 0) / calls / rounds;
    drawn.least += Math.min(...each) / rounds;
    drawn.greatest += Math.max(...each) / rounds;
  }
  for (const fact of ["mean", "least", "greatest"] as const)
    expect(Math.abs(sampled[fact] / drawn[fact] - 1)).toBeLessThan(0.02);
});
