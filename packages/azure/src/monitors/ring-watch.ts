import { interpolate } from "@pulumi/pulumi";
import { PlatformScope } from "@ringfence/core/alerts";
import type { RingContext } from "../ring/context";
import type { WatchArgs } from "./watch";

/** What the ring itself is made of, and what Azure's activity log says of its resource group and subscription. */
export function ringWatch(ring: RingContext): WatchArgs[] {
  return [
    { name: "ring-vault", resourceId: ring.keyVaultId, type: "Microsoft.KeyVault/vaults" },
    { name: "ring-telemetry", resourceId: ring.applicationInsightsId, type: "Microsoft.Insights/components" },
    { name: "ring-logs", resourceId: ring.logAnalyticsId, type: "Microsoft.OperationalInsights/workspaces" },
    { name: "ring-group", resourceId: ring.resourceGroupId, type: PlatformScope.ResourceGroup },
    {
      name: "ring-subscription",
      resourceId: interpolate`/subscriptions/${ring.subscriptionId}`,
      type: PlatformScope.Subscription,
    },
  ];
}
