import { nameOf } from "../../sdk";
import { secretVersions, type World, type WorldResource } from "../../world";
import type { Authorizer } from "../authorization/authorizer";
import { inSchema } from "./event-schema";
import { putMessage, type QueueService } from "./storage-queue";
import { type Subscription, subscriptionsTo, takes } from "./subscriptions";
import { expiriesOf, newVersionEvent, type VaultEvent, vaultEvents } from "./vault-event";

/** How events are delivered. What is left out goes well. */
export interface DeliveryMode {
  /** How many more times each event comes than once. */
  duplicates?: number;
  /** How much later it comes, in milliseconds by the world's clock. */
  lateMilliseconds?: number;
  /** Whether each event waits until the next one has come; `flush` delivers the last. */
  outOfOrder?: boolean;
  /** How many of the next events are lost. */
  drop?: number;
  /** Whether Event Grid is down: events wait until it is up again. */
  down?: boolean;
}

/** What became of an event for one subscription. */
export interface Delivery {
  subscription: string;
  queue: string;
  id: string;
  type: string;
  subject: string;
  /** When it happened, ISO 8601 by the world's clock. */
  time: string;
  /** `waiting` for its time, for Event Grid to be up, or for another attempt. */
  outcome: "delivered" | "waiting" | "dropped" | "failed";
  attempts: number;
  /** Why the last attempt failed. */
  reason?: string;
}

interface Pending extends Delivery {
  event: VaultEvent;
  to: Subscription;
  /** When it may be delivered, milliseconds since 1970 by the world's clock. */
  due: number;
}

/** What events are delivered with. */
export interface DeliveryTools {
  world: World;
  authorizer: Authorizer;
  /** Where messages go; events are only written down when left out. */
  queues?: QueueService;
}

const SEND = "Microsoft.Storage/storageAccounts/queueServices/queues/messages/add/action";

/**
 * Event Grid for the vaults of a world: it announces new versions when they are written and expiries as the world's
 * clock passes them, to the subscriptions that the world holds. A subscription sees only versions that were written after
 * it was made.
 */
export class Deliveries {
  mode: DeliveryMode = {};
  private readonly all: Pending[] = [];
  /** Those of `all` that wait. */
  private waiting: Pending[] = [];
  /** Ids of the expiries that were announced, or that lie before the door was opened. */
  private readonly announced = new Set<string>();
  private running: Promise<void> = Promise.resolve();
  private readonly stops: (() => void)[];

  constructor(private readonly tools: DeliveryTools) {
    const { world } = tools;
    for (const event of this.expiries()) this.announced.add(event.id);
    const timer = setInterval(() => void this.settle(), 1000);
    timer.unref();
    this.stops = [
      world.watch((resource, before) => this.written(resource, before)),
      world.clock.onAdvance(() => void this.settle()),
      () => clearInterval(timer),
    ];
  }

  /** Everything that was to be delivered, the earliest first, and what became of it. */
  list(): Delivery[] {
    return this.all.map(({ event: _, to: __, due: ___, ...delivery }) => delivery);
  }

  /** Brings what is due by now; waits until it is there. */
  settle(all = false): Promise<void> {
    this.running = this.running.then(() => {
      this.announceExpiries();
      return this.bring(all);
    });
    return this.running;
  }

  stop(): void {
    for (const stop of this.stops) stop();
  }

  private written(resource: WorldResource, before: WorldResource | undefined): void {
    if (resource.armType !== "Microsoft.KeyVault/vaults/secrets") return;
    const vault = this.tools.world.resource(resource.id.replace(/\/secrets\/[^/]+$/i, ""));
    const version = secretVersions(resource).at(-1);
    if (vault === undefined || version === undefined) return;
    const now = this.tools.world.clock.now().getTime();
    if (!secretVersions(before).some((each) => each.version === version.version)) {
      this.announce(newVersionEvent(vault, resource, version, now));
    }
    for (const event of expiriesOf(vault, resource, now)) this.announceOnce(event);
    this.running = this.running.then(() => this.bring(false));
  }

  /** Looks through the vaults that somebody subscribes to for what time has brought. */
  private announceExpiries(): void {
    for (const event of this.expiries((vault) => subscriptionsTo(this.tools.world, vault).length > 0)) {
      this.announceOnce(event);
    }
  }

  private announceOnce(event: VaultEvent): void {
    if (this.announced.has(event.id)) return;
    this.announced.add(event.id);
    this.announce(event);
  }

  private announce(event: VaultEvent): void {
    for (const to of subscriptionsTo(this.tools.world, event.vault)) {
      if (event.version.created * 1000 + 999 < to.createdAt || !takes(to, event.type, event.name)) continue;
      const { duplicates = 0, lateMilliseconds = 0, drop = 0 } = this.mode;
      if (drop > 0) this.mode = { ...this.mode, drop: drop - 1 };
      for (let copy = 0; copy <= (drop > 0 ? 0 : duplicates); copy += 1) {
        const pending: Pending = {
          subscription: to.id,
          queue: to.queue,
          id: event.id,
          type: event.type,
          subject: event.name,
          time: new Date(event.time).toISOString(),
          outcome: drop > 0 ? "dropped" : "waiting",
          attempts: 0,
          event,
          to,
          due: event.time + lateMilliseconds,
        };
        this.all.push(pending);
        if (pending.outcome === "waiting") this.waiting.push(pending);
      }
    }
  }

  private async bring(all: boolean): Promise<void> {
    if (this.mode.down === true) return;
    const now = this.tools.world.clock.now().getTime();
    const due = this.waiting.filter((each) => each.due <= now || all);
    for (const each of this.ordered(due, all)) await this.deliver(each);
    this.waiting = this.waiting.filter(({ outcome }) => outcome === "waiting");
  }

  /** The expiries, near and past, that have been reached in the vaults that are asked for. */
  private expiries(wanted: (vault: WorldResource) => boolean = () => true): VaultEvent[] {
    const { world } = this.tools;
    const now = world.clock.now().getTime();
    return world
      .resources("Microsoft.KeyVault/vaults")
      .filter(wanted)
      .flatMap((vault) => vaultEvents(world, vault, now));
  }

  /** Out of order, the newest goes first, and the last one waits for another. */
  private ordered(due: readonly Pending[], all: boolean): Pending[] {
    if (this.mode.outOfOrder !== true) return [...due];
    return due.length < 2 && !all ? [] : [...due].reverse();
  }

  private async deliver(delivery: Pending): Promise<void> {
    const { event, to } = delivery;
    delivery.attempts += 1;
    try {
      this.refuseWithoutRole(to);
      const text = JSON.stringify(inSchema(event, to.schema));
      if (this.tools.queues !== undefined) await putMessage(this.tools.queues, to.queue, text);
      delivery.outcome = "delivered";
      delete delivery.reason;
    } catch (error) {
      delivery.reason = (error as Error).message;
      if (delivery.attempts >= to.maximumAttempts) delivery.outcome = "failed";
    }
  }

  /** An identity that delivers needs the role to add messages to the queue. */
  private refuseWithoutRole({ identity, account, queue }: Subscription): void {
    if (identity === undefined || !this.tools.authorizer.isStrict) return;
    const scope = `${account}/queueServices/default/queues/${queue}`;
    if (
      this.tools.authorizer.may({ objectId: identity, clientId: identity }, { action: SEND, isDataAction: true, scope })
    )
      return;
    throw new Error(`the identity ${identity} may not add messages to the queue ${queue} of ${nameOf(account)}`);
  }
}
