import { metricAlert } from "../metric-alert";
import { canWait, inEveryRing, tellsTheTeam } from "./urgency";

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

/** The metric is in bytes and knows no limit, and a service's limits depend on its tier and partitions. */
const growing = {
  service,
  aggregation: "Maximum",
  splitBy: ["IndexName"],
  unit: "bytes",
  window: "PT1H",
  every: "PT1H",
  severity: canWait,
  noData: "quiet",
  runbook: "search-storage-full",
  requirements: ["OE-R4"],
  needsTraffic: false,
} as const;

export const searchIndexGrowing = metricAlert({
  ...growing,
  id: "search-index-growing",
  asks: "Does an index outgrow the search service's storage?",
  metric: "IndexStorageUsage",
  fires: {
    over: inEveryRing(12_000_000_000),
    because: "80 % of a basic service's 15 GB, the smallest tier for production; override it with 80 % of your tier's",
  },
});

export const searchVectorsGrowing = metricAlert({
  ...growing,
  id: "search-vectors-growing",
  asks: "Do an index's vectors outgrow the search service's memory?",
  metric: "IndexVectorUsage",
  fires: {
    over: inEveryRing(4_000_000_000),
    because:
      "80 % of a basic service's 5 GB of vectors; a full quota refuses new documents; override it with your tier's",
  },
});

/** Documents that an indexer could not take are missing from answers, and nobody sees it. */
const notIndexed = {
  service,
  aggregation: "Total",
  where: { Failed: ["true", "True"] },
  window: "PT1H",
  every: "PT15M",
  severity: tellsTheTeam,
  noData: "quiet",
  runbook: "vector-index-corruption",
  requirements: ["OE-R3"],
  needsTraffic: false,
} as const;

export const searchDocumentsNotIndexed = metricAlert({
  ...notIndexed,
  id: "search-documents-not-indexed",
  asks: "Do documents fail to reach an index?",
  metric: "DocumentsProcessedCount",
  splitBy: ["IndexerName", "IndexName"],
  fires: {
    over: { sandbox: 100, dev: 100, test: 20, prod: 10 },
    because: "single broken files are everyday; more means that a source, a skill or a field has changed; judgement",
  },
  unit: "documents",
});

export const searchSkillsFailing = metricAlert({
  ...notIndexed,
  id: "search-skills-failing",
  asks: "Do steps that prepare documents for an index fail, such as making their vectors?",
  metric: "SkillExecutionCount",
  splitBy: ["SkillsetName", "SkillName"],
  fires: {
    over: { sandbox: 200, dev: 200, test: 50, prod: 20 },
    because:
      "an indexer goes on without a vector that failed, so that the document is there and never found; judgement",
  },
  unit: "failed steps",
});
