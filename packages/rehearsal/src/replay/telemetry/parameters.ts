/** What the generated telemetry assumes, each number with where it comes from. */
export const parameters = {
  traffic: {
    /** Calls a minute in the busiest hour of the week, for each deployment that people wait for. */
    peakCallsPerMinute: 120,
    /** What is left of the peak in the dead of night. */
    nightShare: 0.04,
    /** What is left of a working day's traffic at the weekend. */
    weekendShare: 0.25,
    /** The deviation of slow swings around the daily curve, as a share. */
    swing: 0.12,
    because: "an assistant of an insurer that serves office hours of one time zone; judgement",
  },
  quota: {
    /** The share of its quota that a deployment uses in its busiest hour. */
    peakShare: 0.6,
    because: "sized with two fifths of headroom, so that an ordinary busy day is not an incident; judgement",
  },
  tokens: {
    prompt: 1400,
    generated: 150,
    because: "a retrieval prompt of a few pages and a paragraph for an answer; judgement",
  },
  latency: {
    /** Milliseconds until the first byte. */
    median: 600,
    sigma: 0.45,
    /** Milliseconds for each generated token. */
    perToken: 10,
    /** Milliseconds of a deployment that gives vectors and no text. */
    embeddingMedian: 90,
    because:
      "log-normal, as response times are; below the community's Foundry health model, which calls 5 s to the last token degraded",
  },
  errors: {
    serverShare: 0.0003,
    because: "a third of what Microsoft's 99.9 % availability allows; judgement",
  },
  safety: {
    blockedShare: 0.0008,
    jailbreaksPerDay: 1,
    because: "claims speak of accidents and injuries, so the filter blocks one prompt in a thousand; judgement",
  },
  evaluation: {
    /** The share of answers that a judge scores. */
    sampling: 0.05,
    /** The mean score, of 5. */
    groundedness: 4.5,
    deviation: 0.35,
    /** The share of good answers that an evaluator fails all the same. */
    failing: 0.02,
    because: "one answer in twenty is scored, 1 to 5 as Azure AI Foundry's evaluators do; judgement",
  },
  search: {
    seconds: 0.12,
    sigma: 0.4,
    because: "vector search over a standard index; judgement",
  },
  vault: {
    /** Requests a minute. */
    requests: 6,
    milliseconds: 25,
    /** Percent of the vault's request limit. */
    saturation: 3,
    because: "services read their secrets at start and every few minutes; judgement",
  },
  delays: {
    /** Minutes until a platform metric's minute can be read. */
    metrics: 3,
    /** Minutes until what a service sends to Application Insights can be queried. */
    telemetry: 2,
    /** Minutes until an entry of a resource log can be queried. */
    logs: 5,
    because:
      "Microsoft names under 3 minutes for platform metrics, 20 seconds to 3 minutes for ingestion on average, and 3 to 10 minutes for resource logs (Log data ingestion time in Azure Monitor)",
  },
} as const;
