import * as pulumi from "@pulumi/pulumi";
import { refuse } from "../refuse/refuse";
import type { EnvironmentRingArgs } from "./args";
import type { RingContext } from "./context";
import { createParts } from "./create-parts";
import { secretReceivers } from "./on-call";
import { environmentRingNameProblems, environmentRingProblems } from "./problems";
import { type RingParts, ringParts } from "./ring-parts";

/** Each ring's context. Kept here, because every property of a component is in its schema. */
const contexts = new WeakMap<EnvironmentRing, RingContext>();

/**
 * One environment ring of a service: a resource group with logs, on-call receivers, a key vault, a budget and an
 * identity for jobs; where the ring is private, a virtual network and private DNS zones; in prod, a lock against
 * deletion. What differs between sandbox, dev, test and prod comes from the ring's row. Everything is closed unless an
 * argument opens it. Serves OE-R1, OE-R6, OE-R10 and OE-R13.
 */
export class EnvironmentRing extends pulumi.ComponentResource {
  /** The ids and names of what the ring has made. A program in TypeScript takes `context` instead. */
  readonly parts: pulumi.Output<RingParts>;

  /**
   * Throws InputPropertiesError with every mistake in the arguments, before anything is created.
   */
  constructor(name: string, args: EnvironmentRingArgs, opts?: pulumi.ComponentResourceOptions) {
    refuse("EnvironmentRing", name, [...environmentRingNameProblems(name, args), ...environmentRingProblems(args)]);
    const guarded = { ...args, onCall: secretReceivers(args.onCall) };
    super("ringfence:index:EnvironmentRing", name, guarded, opts);

    const context = createParts(this, name, guarded);
    contexts.set(this, context);
    this.parts = ringParts(context);
    this.registerOutputs({ parts: this.parts });
  }

  /**
   * What other components need to know of this ring. Give it to them, or export it for other stacks, which read it by
   * `ringContext`.
   */
  get context(): RingContext {
    const context = contexts.get(this);
    if (context) return context;
    throw new Error("the ring's context is read before the ring has been made");
  }
}
