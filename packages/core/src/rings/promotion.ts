import { RingName, ringNames } from "./ring-name";

/**
 * The smallest set of rings that keeps what production needs: build in dev, serve from prod. The gate before prod
 * already asks for every check that the test ring would have made, so no check is lost, only the place to rehearse it.
 */
export const leanStart: readonly RingName[] = [RingName.Dev, RingName.Prod];

/**
 * The ring that a change comes from before it reaches `ring`, among the rings that are in use; undefined for the first
 * of them. The order in which the rings are given does not matter.
 */
export function promotedFrom(ring: RingName, inUse: readonly RingName[] = ringNames): RingName | undefined {
  return ringNames.slice(0, ringNames.indexOf(ring)).findLast((earlier) => inUse.includes(earlier));
}
