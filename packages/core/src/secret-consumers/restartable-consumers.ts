import type { RestartableConsumerRow } from "./restartable-consumer";

/** The kinds of consumer that are restarted. A container app as a whole is not: its revisions are. */
export const restartableConsumers: readonly RestartableConsumerRow[] = [
  {
    type: "Microsoft.App/containerApps/revisions",
    title: "A container app's revision",
    action: "Microsoft.App/containerApps/revisions/restart/action",
    apiVersion: "2025-01-01",
    source: "azure-docs articles/role-based-access-control/permissions/containers",
  },
  {
    type: "Microsoft.Web/sites",
    title: "A web app or function app",
    action: "Microsoft.Web/sites/restart/Action",
    apiVersion: "2024-04-01",
    source: "azure-docs articles/role-based-access-control/permissions/web-and-mobile",
  },
];

/**
 * The row of a consumer that is named by the Azure id of something that can be restarted; undefined for any other, such
 * as an identity's object id or a name of one's own. The letter case does not matter, as in Azure.
 */
export function restartableConsumer(consumer: string): RestartableConsumerRow | undefined {
  return restartableConsumers.find(({ type }) => resourceOf(type).test(consumer));
}

/** Ids of a resource type in a resource group: its names stand between the parts of its type. */
function resourceOf(type: string): RegExp {
  const [namespace = "", ...kinds] = type.split("/");
  const below = kinds.map((kind) => `/${kind}/[^/]+`).join("");
  return new RegExp(
    `^/subscriptions/[^/]+/resourceGroups/[^/]+/providers/${namespace.replaceAll(".", "\\.")}${below}$`,
    "i",
  );
}
