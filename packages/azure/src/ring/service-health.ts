import * as monitor from "@pulumi/azure-native/monitor";
import { interpolate } from "@pulumi/pulumi";
import { serviceHealth } from "@ringfence/core/alerts";
import { runbookUrl } from "@ringfence/core/runbooks";
import type { Severity } from "@ringfence/core/severities";
import { activityConditions } from "../monitors/activity-alert";
import { reachedSeverity } from "../monitors/reached-severity";
import { type GroupGround, localName, part } from "./ground";

/** Whom the alert reaches, and where its runbook is read. */
export interface ServiceHealthArgs {
  actionGroups: Partial<Record<Severity, monitor.ActionGroup>>;
  runbooksUrl: string;
}

/**
 * Tells the ring's people of Azure's own incidents in the subscription, in any region and service, so that nobody looks
 * for a mistake of their own meanwhile. Maintenance and advisories wake nobody. Where nobody can be told there is no
 * alert. Activity log alerts have no severity; the tag says it.
 */
export function serviceHealthAlert(ground: GroupGround, { actionGroups, runbooksUrl }: ServiceHealthArgs): void {
  const { name, ring, tags, parent, resourceGroupName, subscriptionId } = ground;
  const { severity } = serviceHealth;
  const reached = reachedSeverity(severity[ring.name], Object.keys(actionGroups));
  const group = reached && actionGroups[reached];
  if (!group) return;
  const runbook = runbookUrl(runbooksUrl, serviceHealth.runbook);
  part(
    ground,
    new monitor.ActivityLogAlert(
      `${name}-service-health`,
      {
        activityLogAlertName: localName("activityLogAlert", ground, "service-health"),
        resourceGroupName,
        location: "global",
        description: `Azure reports an incident of its own that touches this subscription. Runbook: ${runbook}`,
        enabled: true,
        scopes: [interpolate`/subscriptions/${subscriptionId}`],
        condition: { allOf: activityConditions(serviceHealth) },
        actions: {
          actionGroups: [
            {
              actionGroupId: group.id,
              webhookProperties: { alert: "service-health", ring: ring.name, runbook, service: tags.service },
            },
          ],
        },
        tags: { ...tags, alert: "service-health", severity: severity[ring.name], runbook },
      },
      { parent },
    ),
  );
}
