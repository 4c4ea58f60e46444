import { allOf, fails, holds, type Judgement, type Resource, resourceRule, unknown } from "../../rule";

/** The lists of receivers that an action group may have. */
const lists = [
  "armRoleReceivers",
  "automationRunbookReceivers",
  "azureAppPushReceivers",
  "azureFunctionReceivers",
  "emailReceivers",
  "eventHubReceivers",
  "incidentReceivers",
  "itsmReceivers",
  "logicAppReceivers",
  "smsReceivers",
  "voiceReceivers",
  "webhookReceivers",
] as const;

export const actionGroupReceivers = resourceRule({
  id: "action-group-has-receiver",
  title: "Action groups are enabled and reach somebody",
  covers: ["action-group-has-receiver"],
  requirements: ["OE-R10"],
  severity: "high",
  appliesTo: "monitor:ActionGroup",
  holds: reachesSomebody,
  fix: "Set enabled to true, and add a receiver: an e-mail address, a webhook of the pager, the app.",
  why: "Alerts that name an empty or disabled group look complete and reach nobody.",
});

/** Whether an action group is enabled and has a receiver. */
export function reachesSomebody(group: Resource): Judgement {
  return allOf(group.at("enabled").is(true), hasReceiver(group));
}

function hasReceiver(group: Resource): Judgement {
  const judgements = lists.map((list) => group.at(list).isNotEmpty());
  if (judgements.some(({ is }) => is === "holds")) return holds;
  const paths = judgements.flatMap((judgement) => (judgement.is === "unknown" ? judgement.paths : []));
  return paths.length > 0 ? unknown(...paths) : fails("", "has no receiver");
}
