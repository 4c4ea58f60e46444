import * as servicebus from "@pulumi/azure-native/servicebus";
import type { Output } from "@pulumi/pulumi";
import { diagnose, type RingContext } from "@ringfence/azure";

/**
 * The queue that scanned letters arrive on. The scanner's vendor knows no Entra identities, so its key is one of the
 * secrets that still exist: SecretRotation renews it.
 */
export function intake(ring: RingContext): { ruleId: Output<string> } {
  const namespace = new servicebus.Namespace("intake", {
    namespaceName: `sbns-${ring.name}-${ring.ring}-${ring.suffix}`,
    resourceGroupName: ring.resourceGroupName,
    location: ring.location,
    sku: { name: "Premium", tier: "Premium", capacity: 1 },
    minimumTlsVersion: "1.2",
    publicNetworkAccess: "Disabled",
    tags: { ...ring.tags },
  });
  const names = { namespaceName: namespace.name, resourceGroupName: ring.resourceGroupName };
  const queue = new servicebus.Queue("scans", { ...names, queueName: "scans", maxDeliveryCount: 10 });
  const rule = new servicebus.NamespaceAuthorizationRule(
    "scanner",
    { ...names, authorizationRuleName: "scanner", rights: ["Send"] },
    { dependsOn: queue },
  );
  diagnose("intake-diagnostics", { resourceId: namespace.id, logAnalyticsId: ring.logAnalyticsId });
  return { ruleId: rule.id };
}
