import { metricAlert } from "../metric-alert";

const service = "Microsoft.Search/searchServices";

export const searchThrottled = metricAlert({
  id: "search-throttled",
  asks: "Does the search service turn queries away?",
  service,
  metric: "ThrottledSearchQueriesPercentage",
  aggregation: "Average",
  fires: {
    over: { sandbox: 50, dev: 50, test: 20, prod: 10 },
    because: "Azure Monitor Baseline Alerts' 10 %, over fifteen minutes instead of five",
  },
  unit: "percent of queries",
  window: "PT15M",
  every: "PT5M",
  severity: { sandbox: "Sev4", dev: "Sev4", test: "Sev3", prod: "Sev2" },
  noData: "quiet",
  runbook: "search-throttled",
  requirements: ["OE-R4"],
  needsTraffic: true,
});

export const searchSlow = metricAlert({
  id: "search-slow",
  asks: "How long does a search take?",
  service,
  metric: "SearchLatency",
  aggregation: "Average",
  fires: {
    over: { sandbox: 5, dev: 5, test: 3, prod: 2 },
    because:
      "the answer waits for it; Azure Monitor Baseline Alerts' 5 s is slower than a whole answer may be; judgement",
  },
  unit: "seconds",
  window: "PT15M",
  every: "PT5M",
  severity: { sandbox: "Sev4", dev: "Sev4", test: "Sev3", prod: "Sev2" },
  noData: "quiet",
  runbook: "search-slow",
  requirements: ["OE-R3"],
  needsTraffic: true,
});
