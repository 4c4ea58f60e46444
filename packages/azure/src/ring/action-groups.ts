import * as monitor from "@pulumi/azure-native/monitor";
import { ringAbbreviations } from "@ringfence/core/naming";
import type { Severity } from "@ringfence/core/severities";
import { type GroupGround, localName, part } from "./ground";
import { type OnCallArgs, type ReceiverArgs, receiversOf, severitiesWithReceivers } from "./on-call";

/** One action group for each severity that reaches somebody, by severity. The addresses come in as secrets. */
export function actionGroups(
  ground: GroupGround,
  onCall: OnCallArgs | undefined,
): Partial<Record<Severity, monitor.ActionGroup>> {
  return Object.fromEntries(
    severitiesWithReceivers(onCall).map((severity) => [
      severity,
      actionGroup(ground, severity, receiversOf(onCall, severity)),
    ]),
  );
}

function actionGroup(ground: GroupGround, severity: Severity, receivers: ReceiverArgs[]): monitor.ActionGroup {
  const { name, ring, tags, parent, resourceGroupName } = ground;
  return part(
    ground,
    new monitor.ActionGroup(
      `${name}-${severity.toLowerCase()}`,
      {
        actionGroupName: localName("actionGroup", ground, severity.toLowerCase()),
        resourceGroupName,
        location: "global",
        // At most 12 characters; mails and push messages start with it.
        groupShortName: `${ringAbbreviations[ring.name]}-${severity}`,
        enabled: true,
        ...receiverInputs(receivers),
        tags: { ...tags },
      },
      { parent, additionalSecretOutputs: ["webhookReceivers", "logicAppReceivers"] },
    ),
  );
}

type ReceiverInputs = Pick<
  monitor.ActionGroupArgs,
  "emailReceivers" | "webhookReceivers" | "logicAppReceivers" | "azureAppPushReceivers"
>;

/** Receivers in Azure's four lists, numbered within each kind; every name is unique in the group. */
function receiverInputs(receivers: readonly ReceiverArgs[]): ReceiverInputs {
  const useCommonAlertSchema = true;
  return {
    emailReceivers: listOf(receivers, "email", (emailAddress, name) => ({ name, emailAddress, useCommonAlertSchema })),
    webhookReceivers: listOf(receivers, "webhook", (address, name) => ({
      name,
      serviceUri: address,
      useCommonAlertSchema,
    })),
    logicAppReceivers: listOf(receivers, "logicApp", ({ resourceId, callbackUrl }, name) => ({
      name,
      resourceId,
      callbackUrl: callbackUrl,
      useCommonAlertSchema,
    })),
    azureAppPushReceivers: listOf(receivers, "azureApp", (emailAddress, name) => ({ name, emailAddress })),
  };
}

function listOf<Kind extends keyof ReceiverArgs, Item>(
  receivers: readonly ReceiverArgs[],
  kind: Kind,
  item: (value: NonNullable<ReceiverArgs[Kind]>, name: string) => Item,
): Item[] {
  return receivers
    .flatMap((receiver) => receiver[kind] ?? [])
    .map((value, index) => item(value as NonNullable<ReceiverArgs[Kind]>, `${kind.toLowerCase()}-${index + 1}`));
}
