import { logAlert } from "../log-alert";
import { metricAlert } from "../metric-alert";
import { hoursSinceTelemetry, minutesSinceTelemetry } from "./application-queries";
import { canWait, inEveryRing, tellsTheTeam, wakesSomebody } from "./urgency";

/**
 * A service that sends metrics does so every minute, also without traffic. Sandbox and dev may sleep at night and over
 * a weekend. Falls silent again after two days, the most that a log alert looks back: telemetry-missing goes on.
 */
export const telemetrySilence = logAlert({
  id: "telemetry-silence",
  asks: "Has the service stopped sending telemetry?",
  service: "Microsoft.Insights/components",
  query: minutesSinceTelemetry,
  measure: "MinutesSince",
  aggregation: "Maximum",
  fires: {
    over: { sandbox: 2_800, dev: 2_800, test: 720, prod: 10 },
    because: "metrics come every minute and Azure takes two to five to show them; every other alert is blind meanwhile",
  },
  unit: "minutes",
  window: "P2D",
  every: "PT5M",
  severity: wakesSomebody,
  noData: "fires",
  runbook: "telemetry-silence",
  requirements: ["OE-R9", "OE-R10"],
  needsTraffic: false,
  openTelemetry: { metric: "target.info", unit: "1", reading: "minutes-silent", splitBy: [] },
});

/** Also what a ring says whose service was never instrumented. */
export const telemetryMissing = logAlert({
  id: "telemetry-missing",
  asks: "Has the service sent any telemetry in two days?",
  service: "Microsoft.Insights/components",
  query: hoursSinceTelemetry,
  measure: "HoursSince",
  aggregation: "Maximum",
  fires: { over: inEveryRing(47), because: "the two days that a log alert can look back, and an hour for late logs" },
  unit: "hours",
  window: "P2D",
  every: "PT6H",
  severity: canWait,
  noData: "fires",
  runbook: "telemetry-silence",
  requirements: ["OE-R9"],
  needsTraffic: false,
});

/** The workspace says so itself when its daily cap stops it; that entry is not capped. */
export const ingestionCap = logAlert({
  id: "ingestion-cap",
  asks: "Does the log workspace refuse logs because its daily cap is reached?",
  service: "Microsoft.OperationalInsights/workspaces",
  query: `Operation
| where Detail has "OverQuota"
| summarize Stops = count()
| project Stops`,
  measure: "Stops",
  aggregation: "Total",
  fires: { over: inEveryRing(0), because: "from then on every log alert of the ring is blind until the cap is reset" },
  unit: "notices",
  window: "PT30M",
  every: "PT15M",
  severity: tellsTheTeam,
  noData: "quiet",
  runbook: "ingestion-cap",
  requirements: ["OE-R9", "OE-R13"],
  needsTraffic: false,
});

export const ingestionSlow = metricAlert({
  id: "ingestion-slow",
  asks: "How long until a log can be queried?",
  service: "Microsoft.OperationalInsights/workspaces",
  metric: "Ingestion Time",
  aggregation: "Average",
  fires: {
    over: { sandbox: 3_600, dev: 3_600, test: 1_800, prod: 900 },
    because:
      "log alerts look back fifteen minutes: later logs are never looked at; Azure usually takes under five minutes",
  },
  unit: "seconds",
  window: "PT30M",
  every: "PT15M",
  severity: canWait,
  noData: "quiet",
  runbook: "telemetry-silence",
  requirements: ["OE-R9"],
  needsTraffic: false,
});
