import * as authorization from "@pulumi/azure-native/authorization";
import type * as keyvault from "@pulumi/azure-native/keyvault";
import * as pulumi from "@pulumi/pulumi";
import { stableSuffix } from "@ringfence/core/naming";
import { NetworkMode, overrideRing, type Ring } from "@ringfence/core/rings";
import { operationalTags } from "@ringfence/core/tags";
import { privateEndpoint } from "../private-endpoints/private-endpoint";
import { actionGroups } from "./action-groups";
import type { EnvironmentRingArgs } from "./args";
import { budget } from "./budget";
import type { RingContext, RingContextSettings } from "./context";
import { deleteLock } from "./delete-lock";
import { type Ground, part } from "./ground";
import { jobsIdentity, letJobsSendTelemetry } from "./jobs-identity";
import { logs } from "./logs";
import { ringNetwork } from "./network";
import { severitiesWithReceivers } from "./on-call";
import { resourceGroup } from "./resource-group";
import { serviceHealthAlert } from "./service-health";
import { vault } from "./vault";

/** Where the runbooks of this repository are read. */
const RUNBOOKS_URL = "https://github.com/ringfence/ringfence/blob/main/runbooks";

/** Makes all parts of a ring from arguments that have been checked, and says what others need to know of them. */
export function createParts(parent: pulumi.Resource, name: string, args: EnvironmentRingArgs): RingContext {
  const ring = overrideRing(args.ring, args.overrides);
  const ground = groundOf(parent, name, args, ring);
  const group = resourceGroup(ground);
  const groupGround = { ...ground, resourceGroupName: group.name, resourceGroupId: group.id };

  const { logAnalytics, applicationInsights } = logs(groupGround);
  const identity = jobsIdentity(groupGround);
  letJobsSendTelemetry(groupGround, identity, applicationInsights);
  const groups = actionGroups(groupGround, args.onCall);
  const keyVault = vault(groupGround, {
    logAnalyticsId: logAnalytics.id,
    allowedNetworks: args.allowedNetworks,
    trustedAzureServices: args.trustedAzureServices,
  });
  const network =
    ring.network === NetworkMode.Private
      ? ringNetwork(groupGround, { ...args, logAnalyticsId: logAnalytics.id })
      : undefined;

  const runbooksUrl = (args.runbooksUrl ?? RUNBOOKS_URL).replace(/\/+$/, "");
  serviceHealthAlert(groupGround, { actionGroups: groups, runbooksUrl });

  const { location, suffix, tags, tenantId, subscriptionId } = ground;
  const context: RingContext = {
    ring: ring.name,
    name,
    suffix,
    location,
    tags,
    settings: settingsOf(ring),
    severitiesWithReceivers: severitiesWithReceivers(args.onCall),
    runbooksUrl,
    tenantId,
    subscriptionId,
    resourceGroupName: group.name,
    resourceGroupId: group.id,
    logAnalyticsId: logAnalytics.id,
    applicationInsightsId: applicationInsights.id,
    applicationInsightsConnectionString: applicationInsights.connectionString,
    actionGroupIds: Object.fromEntries(Object.entries(groups).map(([severity, { id }]) => [severity, id])),
    keyVaultName: keyVault.name,
    keyVaultId: keyVault.id,
    keyVaultUri: vaultUri(keyVault),
    jobsIdentity: { id: identity.id, principalId: identity.principalId, clientId: identity.clientId },
    ...(network && { network }),
  };

  if (network) {
    const endpoint = { ring: context, resourceId: keyVault.id, groupId: "vault" } as const;
    const { endpoint: made, zoneGroup } = privateEndpoint(`${name}-vault`, endpoint, { parent });
    part(ground, made);
    part(ground, zoneGroup);
  }
  budget(groupGround, { amount: args.monthlyBudget, from: args.budgetFrom, actionGroups: groups });
  if (ring.deleteLock) deleteLock(groupGround);
  return context;
}

function groundOf(parent: pulumi.Resource, name: string, args: EnvironmentRingArgs, ring: Ring): Ground {
  const { location, tags, nameSuffix } = args;
  // Known at preview, so that rules can judge a vault before it exists: one unknown part hides all its properties.
  const client = authorization.getClientConfigOutput({ parent });
  return {
    parent,
    name,
    ring,
    location,
    tags: operationalTags(tags, ring.name),
    suffix: nameSuffix ?? stableSuffix(pulumi.getProject(), pulumi.getStack(), name, ring.name),
    tenantId: args.tenantId ?? client.tenantId,
    subscriptionId: client.subscriptionId,
    parts: [],
  };
}

/** Azure's own answer; the typings let it be absent, and then it is what Azure makes of the name. */
function vaultUri({ name, properties }: keyvault.Vault): pulumi.Output<string> {
  return pulumi
    .all([name, properties])
    .apply(([vault, given]) => given.vaultUri ?? `https://${vault}.vault.azure.net/`);
}

function settingsOf(ring: Ring): RingContextSettings {
  const { network, previewsAllowed, purgeProtection, deleteLock, minimumReplicas } = ring;
  const { logRetentionDays, secretMaximumAgeDays, pinsModelVersions } = ring;
  return {
    network,
    previewsAllowed,
    purgeProtection,
    deleteLock,
    minimumReplicas,
    logRetentionDays,
    secretMaximumAgeDays,
    pinsModelVersions,
  };
}
