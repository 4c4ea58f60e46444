import { accessKey, keySlots, keyState, type World, type WorldResource } from "../../world";

/** How slowly the services' front ends learn of regenerated keys. */
export interface Propagation {
  /** How long after a regeneration the late front ends still know the key as it was, by the world's clock. */
  milliseconds: number;
  /** How many front ends take turns; all but the first are late. With one, it is late itself. 1 when left out. */
  frontEnds?: number;
}

/** The keys that the front end which answers the next call knows. */
export class FrontEnds {
  propagation: Propagation = { milliseconds: 0 };
  private turn = 0;

  constructor(private readonly world: World) {}

  /** What the front end that takes the next call knows: for a resource, each slot and the value that opens it. */
  next(): (resource: WorldResource) => Map<string, string> {
    const { milliseconds, frontEnds = 1 } = this.propagation;
    this.turn += 1;
    const isLate = milliseconds > 0 && (frontEnds <= 1 || this.turn % frontEnds !== 0);
    const now = this.world.clock.now().getTime();
    return (resource) =>
      new Map(
        keySlots(resource).map((slot) => {
          const state = keyState(resource, slot);
          const isNew = state !== undefined && now - new Date(state.changedAt).getTime() < milliseconds;
          return [slot, isLate && isNew ? state.previous : accessKey(resource, slot)];
        }),
      );
  }
}
