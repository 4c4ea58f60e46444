import type { Properties } from "../../values";
import type { World } from "../../world";
import { SubscriptionState, type Subscriptions } from "../arm/subscriptions";
import { assignRole, type RoleGrant } from "../authorization/assign-role";
import type { CallLog } from "../call-log";
import type { Deliveries, Delivery, DeliveryMode } from "../event-grid/deliveries";
import { type RaisedAlert, raiseAlert } from "../monitor/alerts";
import type { QueryAnswer, QueryAnswers } from "../monitor/log-queries";
import type { FrontEnds, Propagation } from "../services/propagation";
import type { Call } from "../surface";
import type { Throttles, Throttling } from "../throttling/throttles";
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
  delivery: {
    /** How Event Grid delivers from now on; what is left out goes well again. */
    set(mode: DeliveryMode): void;
    /** What was to be delivered so far, and what became of it. */
    list(): Delivery[];
    /** Delivers what waits for its time or for another event. */
    flush(): Promise<void>;
  };
  alerts: {
    /**
     * Raises an alert of Azure Monitor; one that the same rule raised for the same resource and that has not been resolved
     * changes instead, so that `monitorCondition: "Resolved"` ends it.
     */
    raise(alert: RaisedAlert): Properties;
  };
  queries: {
    /** Sets what log queries are answered with. */
    set(answer: QueryAnswer): void;
    /** The text of every log query so far. */
    list(): string[];
    clear(): void;
  };
  roles: {
    /** Assigns a role, for a door that lets roles decide; gives the assignment's id. */
    assign(grant: RoleGrant): Promise<string>;
  };
  subscriptions: {
    /** Disables a subscription, the world's own when left out, or enables it again. A disabled one is read only. */
    set(change: { state: SubscriptionState; id?: string }): void;
  };
  throttling: {
    /** What is allowed from now on; what was used is forgotten. `{}` lets every call through. */
    set(throttling: Throttling): void;
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
  deliveries: Deliveries;
  throttles: Throttles;
  queries: QueryAnswers;
  subscriptions: Subscriptions;
}

/** The control of one door. */
export function controlOf({
  world,
  log,
  faults,
  frontEnds,
  deliveries,
  throttles,
  queries,
  subscriptions,
}: Controlled): Control {
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
        await deliveries.settle();
        return world.clock.iso();
      },
    },
    keys: {
      propagate: (propagation) => {
        frontEnds.propagation = propagation;
      },
    },
    delivery: {
      set: (mode) => {
        deliveries.mode = { ...mode };
      },
      list: () => deliveries.list(),
      flush: () => deliveries.settle(true),
    },
    alerts: { raise: (alert) => raiseAlert(world, alert) },
    queries: {
      set: (answer) => queries.set(answer),
      list: () => queries.list(),
      clear: () => queries.clear(),
    },
    roles: { assign: (grant) => assignRole(world, grant) },
    subscriptions: {
      set: ({ state, id = world.identity.subscriptionId }) => {
        if (!Object.values(SubscriptionState).includes(state))
          throw new Error(`a subscription is Enabled or Disabled, not ${state}`);
        subscriptions.set(id, state);
      },
    },
    throttling: { set: (throttling) => throttles.set(throttling) },
    calls: { list: () => log.list(), clear: () => log.clear() },
  };
}
