import type { AlertRow } from "@ringfence/core/alerts";
import type { RingName } from "@ringfence/core/rings";
import type { Severity } from "@ringfence/core/severities";

/** What a user changes in one row of the alert catalogue; whatever is left out stays as the row says. */
export interface AlertOverrideArgs {
  /** The threshold in this ring, in the row's unit. */
  threshold?: number;
  /** The severity in this ring: Sev0 to Sev4. */
  severity?: Severity;
  /**
   * Switches the alert off, and says why and until when: one sentence of at most 256 characters. The rule stays,
   * disabled, with the reason on it; the dashboard lists it.
   */
  offBecause?: string;
}

/** The row as it holds in one ring with the user's changes. */
export function overriddenRow(row: AlertRow, ring: RingName, { threshold, severity }: AlertOverrideArgs): AlertRow {
  const changed = severity === undefined ? row : { ...row, severity: { ...row.severity, [ring]: severity } };
  if (threshold === undefined) return changed;
  const because = "this program's override";
  const { fires } = row;
  return "over" in fires
    ? { ...changed, fires: { over: { ...fires.over, [ring]: threshold }, because } }
    : { ...changed, fires: { under: { ...fires.under, [ring]: threshold }, because } };
}
