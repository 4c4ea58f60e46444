import type { Input } from "@pulumi/pulumi";
import {
  type AlertRow,
  alertsFor,
  applies,
  type ResourceFacts,
  usualFacts,
  type WatchedService,
  watchedServices,
} from "@ringfence/core/alerts";
import type { RingContext } from "../ring/context";
import type { WatchArgs } from "./watch";

/** A Foundry project lies below its account and is watched with it. */
const PROJECT: WatchedService = "Microsoft.CognitiveServices/accounts/projects";

/**
 * The alerts that a watched resource gets in a ring: those of its type that make sense for it, and alerts on Azure's
 * previews only where the ring allows previews. None for a type that the catalogue does not know.
 */
export function watchedAlerts(watch: WatchArgs, ring: Pick<RingContext, "settings">): readonly AlertRow[] {
  const facts = factsOf(watch);
  return alertsOfType(watch).filter(
    ({ appliesWhen, preview = false }) => applies(appliesWhen, facts) && (!preview || ring.settings.previewsAllowed),
  );
}

/** The alerts of a watched resource's type, whether they make sense for this one and in this ring or not. */
export function alertsOfType({ type, projectId }: WatchArgs): readonly AlertRow[] {
  const services = [knownService(type), projectId === undefined ? undefined : PROJECT];
  return services.flatMap((service) => (service === undefined ? [] : alertsFor(service)));
}

/** The catalogue's name of a resource type, in whatever letter case it is given. */
export function knownService(type: string): WatchedService | undefined {
  return watchedServices.find((known) => known.toLowerCase() === String(type).toLowerCase());
}

/** What a row looks at, of a watched resource: the account's project where the row is about projects. */
export function scopeOf(row: AlertRow, { resourceId, projectId }: WatchArgs): Input<string> {
  return row.service === PROJECT && projectId !== undefined ? projectId : resourceId;
}

function factsOf(watch: WatchArgs): ResourceFacts {
  const {
    hasOpenAiModels = usualFacts.hasOpenAiModels,
    hasOtherModels = usualFacts.hasOtherModels,
    hasProvisionedThroughput = usualFacts.hasProvisionedThroughput,
    hasLowTraffic = usualFacts.hasLowTraffic,
    isV2Gateway = usualFacts.isV2Gateway,
    isAlwaysOn = usualFacts.isAlwaysOn,
    spillingDeployments = [],
  } = watch;
  const hasSpillover = spillingDeployments.length > 0;
  return {
    hasOpenAiModels,
    hasOtherModels,
    hasProvisionedThroughput,
    hasSpillover,
    hasLowTraffic,
    isV2Gateway,
    isAlwaysOn,
  };
}
