import { metricAlert } from "../metric-alert";
import { canWait, inEveryRing, tellsTheTeam } from "./urgency";

const topic = {
  service: "Microsoft.EventGrid/systemTopics",
  aggregation: "Total",
  window: "PT15M",
  every: "PT5M",
  noData: "quiet",
  runbook: "rotation-events-lost",
  requirements: ["OE-R8"],
  needsTraffic: false,
} as const;

export const eventsNotPublished = metricAlert({
  ...topic,
  id: "events-not-published",
  asks: "Do events fail to reach the topic?",
  metric: "PublishFailCount",
  splitBy: ["ErrorType"],
  fires: { over: inEveryRing(0), because: "the source does not send an event again once Event Grid has refused it" },
  unit: "events",
  severity: tellsTheTeam,
});

export const eventsDropped = metricAlert({
  ...topic,
  id: "events-dropped",
  asks: "Are events given up for good?",
  metric: "DroppedEventCount",
  splitBy: ["EventSubscriptionName", "DropReason"],
  fires: { over: inEveryRing(0), because: "a dropped event is not even in the dead letters" },
  unit: "events",
  severity: tellsTheTeam,
});

export const eventDeliveryFailing = metricAlert({
  ...topic,
  id: "event-delivery-failing",
  asks: "Does what should receive events refuse them?",
  metric: "DeliveryAttemptFailCount",
  splitBy: ["EventSubscriptionName", "ErrorType"],
  fires: {
    over: { sandbox: 50, dev: 50, test: 20, prod: 10 },
    because: "Event Grid tries again for a day; ten refusals in fifteen minutes are no hiccup; judgement",
  },
  unit: "attempts",
  severity: canWait,
});
