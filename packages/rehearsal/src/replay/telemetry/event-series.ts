import { Lever, type Levers } from "./levers";
import { counterSeries, type MinuteSeries } from "./minute-series";
import type { Random } from "./random";
import type { WatchedResource } from "./workload";

const service = "Microsoft.EventGrid/systemTopics";

/** Near-expiry notices a day; judgement, a handful of secrets. */
const EVENTS_PER_DAY = 0.2;

/** What the system topic of a vault emits: events delivered, and events that were lost on the way. */
export function eventSeries(
  { urn: resource, name }: WatchedResource,
  minutes: number,
  levers: Levers,
  random: Random,
): MinuteSeries[] {
  const [delivered, lost] = [new Float32Array(minutes), new Float32Array(minutes)];
  const position = levers.positions(Lever.EventsLost);
  for (let minute = 0; minute < minutes; minute++) {
    delivered[minute] = random.poisson(EVENTS_PER_DAY / 1440);
    lost[minute] = random.poisson(position?.[minute] ?? 0);
  }
  const of = (metric: string, dimensions: Record<string, string>) => ({
    service,
    metric,
    dimensions: { EventSubscriptionName: name, ...dimensions },
    resource,
  });
  return [
    counterSeries(of("DeliverySuccessCount", {}), delivered),
    counterSeries(of("DeadLetteredCount", { DeadLetterReason: "MaxDeliveryAttemptsExceeded" }), lost),
  ];
}
