import type * as pulumi from "@pulumi/pulumi";
import { type AlertRow, alertDescription, alertProperties, type Threshold, thresholdOf } from "@ringfence/core/alerts";
import { severities } from "@ringfence/core/severities";
import type { RingContext } from "../ring/context";
import { type AlertOverrideArgs, overriddenRow } from "./alert-override";
import { reachedSeverity } from "./reached-severity";
import type { WatchArgs } from "./watch";

/** What both kinds of alert rule say of one row for one watched resource in one ring. All but `actionGroupId` is plain. */
export interface AlertRule {
  /** Tells the rule apart from the ring's other rules. */
  qualifier: string;
  threshold: Threshold;
  /** Azure Monitor's number for the severity. */
  severity: number;
  /** False where the user has switched the row off. */
  enabled: boolean;
  description: string;
  /** What receivers get with every alert. */
  properties: Record<string, string>;
  tags: Record<string, string>;
  /** The action group that hears of it; undefined only where the ring has no receiver at all, which is refused. */
  actionGroupId: pulumi.Input<string> | undefined;
}

/** Decides what a row means for a resource in a ring. */
export function alertRule(
  row: AlertRow,
  watch: WatchArgs,
  ring: RingContext,
  override: AlertOverrideArgs = {},
): AlertRule {
  const { offBecause } = override;
  const effective = overriddenRow(row, ring.ring, override);
  const severity = effective.severity[ring.ring];
  const reached = reachedSeverity(severity, ring.severitiesWithReceivers);
  const description = alertDescription(effective, ring.ring, ring.runbooksUrl);
  return {
    qualifier: `${watch.name}-${row.id}`,
    threshold: thresholdOf(effective, ring.ring),
    severity: severities[severity].azureLevel,
    enabled: offBecause === undefined,
    description: offBecause === undefined ? description : `Switched off: ${offBecause}\n${description}`,
    properties: {
      ...alertProperties(effective, ring.ring, ring.runbooksUrl),
      service: ring.tags.service,
      watched: watch.name,
    },
    tags: { ...ring.tags, alert: row.id, ...(offBecause === undefined ? {} : { offBecause }) },
    actionGroupId: reached === undefined ? undefined : ring.actionGroupIds[reached],
  };
}
