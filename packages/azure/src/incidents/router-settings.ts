import * as pulumi from "@pulumi/pulumi";
import type { IncidentSettings } from "@ringfence/core/on-call";
import type { IncidentRoutingArgs } from "./args";

/**
 * What the router is told, as JSON. Maintenance of single rules is left to Azure: the router keeps quiet only while the
 * whole ring is.
 */
export function routerSettings(args: IncidentRoutingArgs): pulumi.Output<string> {
  const { ring, routes = [], rotations = [], escalations = {}, businessHours, maintenance = [], workItems } = args;
  const { held = [], calendar = { timeZone: "UTC" } } = args.reviews ?? {};
  const settings: Omit<IncidentSettings, "scope"> = {
    routes,
    rotations,
    escalations,
    businessHours,
    maintenance: maintenance
      .filter(({ alertRuleIds }) => alertRuleIds === undefined)
      .map(({ from, until, weekly, timeZone }) => ({ from, until, weekly, timeZone })),
    workItems,
    reviews: { held, calendar },
    runbooksUrl: ring.runbooksUrl,
    service: ring.tags.service,
  };
  return pulumi.jsonStringify({ ...settings, scope: ring.resourceGroupId });
}
