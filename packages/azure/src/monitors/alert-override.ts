import type { Input } from "@pulumi/pulumi";
import { type AlertRow, hasThreshold, type LogWindow, type MetricWindow } from "@ringfence/core/alerts";
import type { RingName } from "@ringfence/core/rings";
import type { Severity } from "@ringfence/core/severities";

/** What a user changes in one row of the alert catalogue; whatever is left out stays as the row says. */
export interface AlertOverrideArgs {
  /** The threshold in this ring, in the row's unit. */
  threshold?: number;
  /** The severity in this ring: Sev0 to Sev4. */
  severity?: Severity;
  /**
   * How far one evaluation looks back, as an ISO 8601 duration that Azure takes for the kind of alert: `PT30M`. A longer
   * window is calmer and slower. A threshold that counts grows with it: state it too.
   */
  window?: string;
  /** The ids of the action groups that hear of it, instead of those of its severity. At most 5. */
  receivers?: Input<string>[];
  /**
   * Switches the alert off, and says why and until when: one sentence of at most 256 characters. The rule stays,
   * disabled, with the reason on it; the dashboard lists it.
   */
  offBecause?: string;
}

/** The row as it holds in one ring with the user's changes. */
export function overriddenRow(
  row: AlertRow,
  ring: RingName,
  { threshold, severity, window }: AlertOverrideArgs,
): AlertRow {
  const changed = severity === undefined ? row : { ...row, severity: { ...row.severity, [ring]: severity } };
  if (!hasThreshold(changed)) return changed;
  const { fires } = changed;
  const because = "this program's override";
  const overridden =
    threshold === undefined
      ? fires
      : "over" in fires
        ? { over: { ...fires.over, [ring]: threshold }, because }
        : { under: { ...fires.under, [ring]: threshold }, because };
  // Which windows an alert takes is checked with the other overrides.
  return changed.kind === "metric"
    ? { ...changed, fires: overridden, window: (window as MetricWindow | undefined) ?? changed.window }
    : { ...changed, fires: overridden, window: (window as LogWindow | undefined) ?? changed.window };
}
