import { type LatencySample, sampleLatency } from "./latency";
import { Lever, type Levers } from "./levers";
import { counterSeries, gaugeSeries, LOGS, type MinuteSeries } from "./minute-series";
import { parameters } from "./parameters";
import type { Random } from "./random";
import type { WatchedResource } from "./workload";

const service = "Microsoft.KeyVault/vaults";

/** What a key vault emits. Services read their secrets day and night, so its load does not follow the users. */
export function vaultSeries({ urn: resource }: WatchedResource, minutes: number, levers: Levers, random: Random) {
  const array = () => new Float32Array(minutes);
  const [served, failed, denied, available, load, least, waiting] = [
    array(),
    array(),
    array(),
    array(),
    array(),
    array(),
    array(),
  ];
  const latency: MinuteSeries = {
    service,
    metric: "ServiceApiLatency",
    dimensions: { ActivityName: "secretget" },
    resource,
    sum: array(),
    count: served,
    minimum: array(),
    maximum: array(),
  };
  const [errors, refusals, extra, unrenewed, slower] = [
    levers.positions(Lever.VaultErrors),
    levers.positions(Lever.VaultDenied),
    levers.positions(Lever.VaultLoad),
    levers.positions(Lever.RenewalMissed),
    levers.positions(Lever.VaultLatency),
  ];
  const sample: LatencySample = { sum: 0, minimum: 0, maximum: 0 };
  let hours = 0;
  for (let minute = 0; minute < minutes; minute++) {
    const requests = random.poisson(parameters.vault.requests);
    const bad = random.happens(requests, Math.min(1, errors?.[minute] ?? 0));
    sampleLatency(
      random,
      { median: parameters.vault.milliseconds * (slower?.[minute] ?? 1), sigma: 0.4 },
      requests,
      sample,
    );
    served[minute] = requests;
    failed[minute] = bad;
    denied[minute] = random.poisson(refusals?.[minute] ?? 0);
    available[minute] = 100 * (requests - bad);
    least[minute] = bad > 0 ? 0 : 100;
    latency.sum[minute] = sample.sum;
    latency.minimum[minute] = sample.minimum;
    latency.maximum[minute] = sample.maximum;
    load[minute] = Math.min(100, Math.max(0, parameters.vault.saturation + random.normal() + (extra?.[minute] ?? 0)));
    hours = (unrenewed?.[minute] ?? 0) > 0 ? hours + 1 / 60 : 0;
    waiting[minute] = hours === 0 ? Number.NaN : hours;
  }
  const of = (metric: string, dimensions: Record<string, string> = {}) => ({ service, metric, dimensions, resource });
  const results = (code: string, activity: string) =>
    of("ServiceApiResult", { ActivityName: activity, StatusCode: code, StatusCodeClass: `${code[0]}xx` });
  const availability: MinuteSeries = {
    ...of("Availability"),
    sum: available,
    count: served,
    minimum: least,
    maximum: new Float32Array(minutes).fill(100),
  };
  return [
    availability,
    latency,
    gaugeSeries(of("SaturationShoebox", { TransactionType: "vaultoperation" }), load),
    counterSeries(results("200", "secretget"), served),
    counterSeries(results("403", "secretget"), denied),
    counterSeries(results("500", "secretget"), failed),
    counterSeries(of("ServiceApiHit", { ActivityName: "secretget" }), served),
    gaugeSeries(
      { service: LOGS, metric: "NearExpiryHours", dimensions: { Item: "secrets/scanner" }, resource },
      waiting,
    ),
  ];
}
