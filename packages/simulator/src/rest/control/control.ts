import type { World } from "../../world";
import type { CallLog } from "../call-log";
import type { FrontEnds, Propagation } from "../services/propagation";
import type { Call } from "../surface";
import type { Fault, PlacedFault } from "./fault";
import type { Faults } from "./faults";

/** What goes wrong, and when it is. Every method takes one value at most and gives one, so that HTTP can carry them. */
export interface Control {
  /** Faults of calls to come. */
  faults: {
    /** @throws Error naming what is wrong with the fault. */
    add(fault: Fault): PlacedFault;
    /** Every fault, also those that have run out. */
    list(): PlacedFault[];
    /** Takes a fault away; all of them when no id is given. */
    clear(id?: string): void;
  };
  clock: {
    /** The world's time, ISO 8601. */
    now(): string;
    /** Moves the world's time forward, and gives the time that it then is once all that was due has happened. */
    advance(milliseconds: number): Promise<string>;
  };
  keys: {
    /** How slowly the services' front ends learn of regenerated keys. */
    propagate(propagation: Propagation): void;
  };
  calls: {
    list(): readonly Call[];
    clear(): void;
  };
}

/** What the control works on. */
export interface Controlled {
  world: World;
  log: CallLog;
  faults: Faults;
  frontEnds: FrontEnds;
  /** Waits for what the world's new time brings. */
  settle: () => Promise<void>;
}

/** The control of one door. */
export function controlOf({ world, log, faults, frontEnds, settle }: Controlled): Control {
  return {
    faults: {
      add: (fault) => faults.add(fault),
      list: () => faults.list(),
      clear: (id) => faults.clear(id),
    },
    clock: {
      now: () => world.clock.iso(),
      advance: async (milliseconds) => {
        if (!(milliseconds >= 0))
          throw new Error(`time is moved forward by milliseconds from 0, not by ${milliseconds}`);
        world.clock.advance(milliseconds);
        await settle();
        return world.clock.iso();
      },
    },
    keys: {
      propagate: (propagation) => {
        frontEnds.propagation = propagation;
      },
    },
    calls: { list: () => log.list(), clear: () => log.clear() },
  };
}
