import type { RingName } from "../rings";
import type { LogAlertRow } from "./alert-row";
import { minutesOf } from "./intervals";
import type { OpenTelemetrySignal } from "./open-telemetry";
import { thresholdOf } from "./threshold";

/** An alert whose signal OpenTelemetry gives too, so that it has a form for Prometheus. */
export type PrometheusRow = LogAlertRow & { readonly openTelemetry: OpenTelemetrySignal };

/** Whether an alert has a form for Prometheus. */
export function hasPrometheusForm(row: { readonly kind: string }): row is PrometheusRow {
  return row.kind === "log" && "openTelemetry" in row && row.openTelemetry !== undefined;
}

/**
 * The condition of an alert as PromQL: it gives a series for each value that is beyond the ring's threshold, and none
 * where nothing is wrong. `matching` are labels that every series must have, for a workspace with more than one
 * service or ring.
 */
export function prometheusExpression(
  row: PrometheusRow,
  ring: RingName,
  matching: Readonly<Record<string, string>> = {},
): string {
  const { openTelemetry: signal } = row;
  const { operator, value } = thresholdOf(row, ring);
  const beyond = `${operator === "GreaterThan" ? ">" : "<"} ${value}`;
  const window = `[${minutesOf[row.window]}m]`;
  const own = Object.entries(matching).map(([label, text]) => `${label}=${JSON.stringify(text)}`);
  const series = (suffix: string, more: readonly string[] = []) => {
    const matchers = [...own, ...more].join(",");
    return `${prometheusMetric(signal)}${suffix}${matchers === "" ? "" : `{${matchers}}`}`;
  };
  const by = signal.splitBy.map(prometheusLabel).join(", ");
  const counted = (more: readonly string[] = []) => `sum by (${by}) (increase(${series("_count", more)}${window}))`;
  const enough = signal.atLeast === undefined ? "" : ` and ${counted()} >= ${signal.atLeast}`;
  switch (signal.reading) {
    case "bad-percent":
      return `100 * ${counted(badMatchers(signal))} / ${counted()} ${beyond}${enough}`;
    case "quantile": {
      const buckets = `sum by (${["le", by].filter(Boolean).join(", ")}) (rate(${series("_bucket")}${window}))`;
      return `${signal.scale ?? 1} * histogram_quantile(${signal.quantile ?? 0.5}, ${buckets}) ${beyond}${enough}`;
    }
    case "minutes-silent":
      return `(time() - max(max_over_time(timestamp(${series("")})[${minutesOf[row.window]}m:1m]))) / 60 ${beyond}`;
  }
}

function badMatchers({ bad = {} }: OpenTelemetrySignal): string[] {
  return Object.entries(bad).map(([attribute, pattern]) => `${prometheusLabel(attribute)}=~${JSON.stringify(pattern)}`);
}

/** How Prometheus names a metric of OpenTelemetry: underscores for dots, and the unit as a word (OpenTelemetry, Prometheus compatibility). */
function prometheusMetric({ metric, unit }: OpenTelemetrySignal): string {
  return `${metric.replaceAll(".", "_")}${unit === "s" ? "_seconds" : ""}`;
}

/** How Prometheus names an attribute; a service's name becomes the label that Prometheus knows jobs by. */
function prometheusLabel(attribute: string): string {
  return attribute === "service.name" ? "job" : attribute.replaceAll(".", "_");
}
