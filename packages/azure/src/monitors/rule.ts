import type * as pulumi from "@pulumi/pulumi";
import { type AlertRow, alertDescription, alertProperties, hasThreshold } from "@ringfence/core/alerts";
import { severities } from "@ringfence/core/severities";
import type { RingContext } from "../ring/context";
import { type AlertOverrideArgs, overriddenRow } from "./alert-override";
import { reachedSeverity } from "./reached-severity";
import type { WatchArgs } from "./watch";

/** What every kind of alert rule says of one row for one watched resource in one ring. All but the receivers is plain. */
export interface AlertRule<Row extends AlertRow = AlertRow> {
  /** The row with the user's changes. */
  row: Row;
  /** Tells the rule apart from the ring's other rules. */
  qualifier: string;
  /** Azure Monitor's number for the severity. */
  severity: number;
  /** False where the user has switched the row off. */
  enabled: boolean;
  description: string;
  /** What receivers get with every alert. */
  properties: Record<string, string>;
  tags: Record<string, string>;
  /** The action groups that hear of it; empty only where the ring has no receiver at all, which is refused. */
  actionGroupIds: pulumi.Input<string>[];
}

/** Decides what a row means for a resource in a ring. */
export function alertRule<Row extends AlertRow>(
  row: Row,
  watch: WatchArgs,
  ring: RingContext,
  override: AlertOverrideArgs = {},
): AlertRule<Row> {
  const { offBecause, receivers } = override;
  // An override changes a row's values and never its kind.
  const effective = overriddenRow(row, ring.ring, override) as Row;
  const severity = effective.severity[ring.ring];
  const reached = reachedSeverity(severity, ring.severitiesWithReceivers);
  const group = reached === undefined ? undefined : ring.actionGroupIds[reached];
  const description = alertDescription(effective, ring.ring, ring.runbooksUrl);
  return {
    row: effective,
    qualifier: `${watch.name}-${row.id}`,
    severity: severities[severity].azureLevel,
    enabled: offBecause === undefined,
    description: offBecause === undefined ? description : `Switched off: ${offBecause}\n${description}`,
    properties: {
      ...alertProperties(effective, ring.ring, ring.runbooksUrl),
      service: ring.tags.service,
      watched: watch.name,
    },
    tags: {
      ...ring.tags,
      alert: row.id,
      // Activity log alerts have no severity of their own, so the tag says it.
      ...(hasThreshold(row) ? {} : { severity }),
      ...(offBecause === undefined ? {} : { offBecause }),
    },
    actionGroupIds: receivers ?? (group === undefined ? [] : [group]),
  };
}
