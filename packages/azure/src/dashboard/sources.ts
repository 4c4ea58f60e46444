import * as pulumi from "@pulumi/pulumi";
import type { RingContext } from "../ring/context";
import { subscriptionOf } from "./ring-facts";
import type { WorkbookSources } from "./workbook-items";

/** What the tiles have to know of a ring, once Azure has said its ids. */
export function sourcesOf(ring: RingContext): pulumi.Output<WorkbookSources> {
  return pulumi.all([ring.resourceGroupId, ring.logAnalyticsId]).apply(([resourceGroupId, logAnalyticsId]) => ({
    service: ring.tags.service,
    environment: ring.ring,
    location: ring.location,
    subscriptionId: subscriptionOf(resourceGroupId),
    resourceGroupId,
    logAnalyticsId,
  }));
}
