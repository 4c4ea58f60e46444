import { EventHubManagementClient } from "@azure/arm-eventhub";
import { messagingRuleOwner } from "./messaging-rule";
import type { MakeOwner } from "./owner-parts";

/** Keys of an authorization rule of an Event Hubs namespace. */
export const makeOwner: MakeOwner = (parts) => messagingRuleOwner(parts, EventHubManagementClient);
