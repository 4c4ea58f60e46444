import {
  type AlertRow,
  alertsFor,
  applies,
  type ResourceFacts,
  usualFacts,
  watchedServices,
} from "@ringfence/core/alerts";
import type { RingContext } from "../ring/context";
import type { WatchArgs } from "./watch";

/**
 * The alerts that a watched resource gets in a ring: those of its type that make sense for it, and alerts on Azure's
 * previews only where the ring allows previews. None for a type that the catalogue does not know.
 */
export function watchedAlerts(watch: WatchArgs, ring: Pick<RingContext, "settings">): readonly AlertRow[] {
  const service = watchedServices.find((known) => known.toLowerCase() === String(watch.type).toLowerCase());
  if (service === undefined) return [];
  const facts = factsOf(watch);
  return alertsFor(service).filter(
    ({ appliesWhen, preview = false }) => applies(appliesWhen, facts) && (!preview || ring.settings.previewsAllowed),
  );
}

function factsOf(watch: WatchArgs): ResourceFacts {
  const {
    hasOpenAiModels = usualFacts.hasOpenAiModels,
    hasOtherModels = usualFacts.hasOtherModels,
    hasProvisionedThroughput = usualFacts.hasProvisionedThroughput,
    isV2Gateway = usualFacts.isV2Gateway,
    isAlwaysOn = usualFacts.isAlwaysOn,
    spillingDeployments = [],
  } = watch;
  const hasSpillover = spillingDeployments.length > 0;
  return { hasOpenAiModels, hasOtherModels, hasProvisionedThroughput, hasSpillover, isV2Gateway, isAlwaysOn };
}
