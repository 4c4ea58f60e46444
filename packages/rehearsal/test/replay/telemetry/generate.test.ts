import { createHash } from "node:crypto";
import {
  DAY,
  generateTelemetry,
  Lever,
  Levers,
  type MinuteSeries,
  seriesOf,
  type Telemetry,
  type Workload,
} from "../../../src/replay/telemetry";

const account = "Microsoft.CognitiveServices/accounts";
const workload: Workload = {
  timeZone: "Europe/Berlin",
  callsPerMinute: 120,
  deployments: [
    { name: "chat", kind: "chat", provisioned: true, spilloverTo: "overflow" },
    { name: "overflow", kind: "chat", provisioned: false },
    { name: "embed", kind: "embeddings", provisioned: false },
  ],
  resources: {
    "Microsoft.KeyVault/vaults": [{ name: "vault" }],
    "Microsoft.Search/searchServices": [{ name: "docs" }],
  },
};
const axis = { start: Date.UTC(2026, 2, 23), minutes: 2 * DAY };

function digest({ series }: Telemetry): string {
  const hash = createHash("sha256");
  for (const { service, metric, dimensions, sum, count, minimum, maximum } of series) {
    hash.update(JSON.stringify([service, metric, dimensions]));
    for (const values of [sum, count, minimum, maximum]) hash.update(new Uint8Array(values.buffer));
  }
  return hash.digest("hex");
}

const total = (values: Float32Array, from = 0, to = values.length) =>
  values.slice(from, to).reduce((sum, value) => sum + value, 0);

function only(telemetry: Telemetry, metric: string, dimensions: Record<string, string>): MinuteSeries {
  const [found, ...more] = seriesOf(telemetry, account, metric).filter((one) =>
    Object.entries(dimensions).every(([name, value]) => one.dimensions[name] === value),
  );
  expect(more).toEqual([]);
  if (found === undefined) throw new Error(`no ${metric}`);
  return found;
}

const quiet = generateTelemetry({ workload, axis, seed: 7 });

test("the same seed gives the same bytes, another seed others", () => {
  expect(digest(generateTelemetry({ workload, axis, seed: 7 }))).toBe(digest(quiet));
  expect(digest(generateTelemetry({ workload, axis, seed: 8 }))).not.toBe(digest(quiet));
});

test("what is added to a workload changes nothing of the rest", () => {
  const more = generateTelemetry({
    workload: { ...workload, resources: { ...workload.resources, "Microsoft.App/jobs": [{ name: "sweep" }] } },
    axis,
    seed: 7,
  });
  const without = more.series.filter(
    ({ service, metric }) => service !== "Microsoft.App/jobs" && metric !== "JobSignsOfLife",
  );
  expect(digest({ axis, series: without })).toBe(digest(quiet));
});

test("in every minute the least is at most the average, and the average at most the greatest", () => {
  for (const { metric, sum, count, minimum, maximum } of quiet.series) {
    if (["RequestResponse", "AppDependencies", "AppRequests", "TracedCalls", "Evaluations"].includes(metric)) continue;
    for (let minute = 0; minute < sum.length; minute++) {
      const number = count[minute] ?? 0;
      if (number === 0) continue;
      const average = (sum[minute] ?? 0) / number;
      const slack = Math.abs(average) * 1e-5;
      if ((minimum[minute] ?? 0) > average + slack || (maximum[minute] ?? 0) < average - slack)
        throw new Error(`${metric} at ${minute}: ${minimum[minute]} ${average} ${maximum[minute]}`);
    }
  }
});

test("people sleep in their own time zone, also after the clocks have changed, and rest at the weekend", () => {
  const embed = { ...workload, deployments: workload.deployments.slice(2), resources: {} };
  const nineDays = generateTelemetry({ workload: embed, axis: { ...axis, minutes: 9 * DAY }, seed: 7 });
  const { sum } = only(nineDays, "AzureOpenAIRequests", { ModelDeploymentName: "embed", StatusCode: "200" });
  const day = (number: number) => number * DAY;
  const hour = (number: number, at: number) => total(sum, day(number) + at * 60, day(number) + (at + 1) * 60);
  // Monday the 23rd of March is winter time, an hour ahead of UTC; Monday the 30th is summer time, two hours ahead.
  expect(hour(0, 9) / hour(0, 1)).toBeGreaterThan(8);
  const rises = (number: number) => [4, 5, 6, 7].find((at) => hour(number, at) > 0.4 * hour(number, 9));
  expect(rises(0)).toBe(6);
  expect(rises(7)).toBe(5);
  expect(total(sum, day(5), day(6))).toBeLessThan(0.45 * total(sum, day(4), day(5)));
});

test("every call of a deployment ends in exactly one way", () => {
  const codes = seriesOf(quiet, account, "AzureOpenAIRequests").filter(
    (one) => one.dimensions.ModelDeploymentName === "embed",
  );
  const all = only(quiet, "RAITotalRequests", { ModelDeploymentName: "embed" });
  expect(codes.map(({ dimensions }) => dimensions.StatusCode)).toEqual(["200", "429", "500", "400"]);
  expect(codes.reduce((sum, one) => sum + total(one.sum), 0)).toBe(total(all.sum));
});

describe("with a quarter of the quota", () => {
  const pull = { lever: Lever.Quota, value: 0.25, from: 9 * 60, strength: new Float32Array(120).fill(1) };
  const short = generateTelemetry({ workload, axis, seed: 7, levers: new Levers(axis.minutes, [pull]) });

  test("calls are turned away, and only then", () => {
    const { sum } = only(short, "AzureOpenAIRequests", { ModelDeploymentName: "embed", StatusCode: "429" });
    expect(total(sum, 9 * 60, 11 * 60)).toBeGreaterThan(1000);
    expect(total(sum, 0, 9 * 60) + total(sum, 12 * 60, 24 * 60)).toBeLessThan(20);
  });

  test("provisioned throughput is full, and what it cannot take arrives at the deployment that it spills over to", () => {
    const use = only(short, "AzureOpenAIProvisionedManagedUtilizationV2", { ModelDeploymentName: "chat" });
    const refused = only(short, "AzureOpenAIRequests", { ModelDeploymentName: "chat", StatusCode: "429" });
    const arrived = only(short, "RAITotalRequests", { ModelDeploymentName: "overflow" });
    expect(total(use.sum, 9 * 60, 11 * 60) / 120).toBeGreaterThan(100);
    expect(total(arrived.sum) / total(refused.sum)).toBeGreaterThan(0.95);
    expect(total(arrived.sum) / total(refused.sum)).toBeLessThan(1.05);
  });
});
