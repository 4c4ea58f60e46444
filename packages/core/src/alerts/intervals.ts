/** ISO 8601 durations that Azure Monitor takes, in minutes. */
export const minutesOf = {
  PT1M: 1,
  PT5M: 5,
  PT10M: 10,
  PT15M: 15,
  PT30M: 30,
  PT45M: 45,
  PT1H: 60,
  PT2H: 120,
  PT3H: 180,
  PT4H: 240,
  PT5H: 300,
  PT6H: 360,
  PT12H: 720,
  P1D: 1440,
  P2D: 2880,
} as const;

/** A duration that some rule of Azure Monitor takes. */
export type Interval = keyof typeof minutesOf;

/** How far back a metric alert may look (azurerm documentation of monitor_metric_alert). */
export const metricWindows = ["PT1M", "PT5M", "PT15M", "PT30M", "PT1H", "PT6H", "PT12H", "P1D"] as const;
export type MetricWindow = (typeof metricWindows)[number];

/** How often a metric alert of a window may be evaluated; never less often than its window, or values go unseen. */
export interface MetricFrequencies {
  PT1M: "PT1M";
  PT5M: MetricFrequencies["PT1M"] | "PT5M";
  PT15M: MetricFrequencies["PT5M"] | "PT15M";
  PT30M: MetricFrequencies["PT15M"] | "PT30M";
  PT1H: MetricFrequencies["PT30M"] | "PT1H";
  PT6H: MetricFrequencies["PT1H"];
  PT12H: MetricFrequencies["PT1H"];
  P1D: MetricFrequencies["PT1H"];
}

/** How often a metric alert may be evaluated. */
export type MetricFrequency = MetricFrequencies[MetricWindow];

/** How far back one evaluation of a log alert may look (azurerm, monitor_scheduled_query_rules_alert_v2). */
export type LogWindow = Exclude<Interval, "PT1M" | "PT12H">;
export const logWindows = (Object.keys(minutesOf) as Interval[]).filter(
  (interval): interval is LogWindow => interval !== "PT1M" && interval !== "PT12H",
);

/** How often a log alert may be evaluated. */
export type LogFrequency = Exclude<Interval, "PT12H" | "P2D">;
