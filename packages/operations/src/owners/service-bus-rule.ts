import { ServiceBusManagementClient } from "@azure/arm-servicebus";
import { messagingRuleOwner } from "./messaging-rule";
import type { MakeOwner } from "./owner-parts";

/** Keys of an authorization rule of a Service Bus namespace. */
export const makeOwner: MakeOwner = (parts) => messagingRuleOwner(parts, ServiceBusManagementClient);
