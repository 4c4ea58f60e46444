import type { ActionId } from "@ringfence/core/actions";
import type { KeyOwner } from "../../ports";
import type { RotationEntry } from "../entry";
import type { HeldLease } from "../held-lease";
import type { Observation } from "../observe";
import type { RotationRequest } from "../request";
import type { RotatedSecret } from "../rotated-secret";
import type { RotationPorts } from "../rotation-ports";
import type { EffectStep, Step } from "../step";

/** What a step that has an effect works with. */
export interface StepContext {
  readonly secret: RotatedSecret;
  readonly request: RotationRequest;
  readonly entry: RotationEntry;
  readonly seen: Observation;
  readonly owner: KeyOwner;
  readonly ports: RotationPorts;
  readonly lease: HeldLease;
  /** Counts how often something was tried in this run, and gives the number of the try, from 1. */
  readonly tries: (what: string) => number;
}

/** Carries a step out. It gives what comes next, or nothing if that is to be decided by looking again. */
export type CarryOut = (context: StepContext) => Promise<Step | undefined>;

/** How each step with an effect is carried out. */
export type Steps = Readonly<Record<EffectStep["kind"], CarryOut>>;

/** A step that is not worth another try in this run. */
export class StepFailed extends Error {
  override readonly name = "StepFailed";
}

/**
 * Does something that cannot be taken back: through the registry, and only under a lease that was renewed a moment
 * before. The check stands directly before the effect; a worker that slept since then does nothing any more.
 */
export async function effect(
  { ports, lease, entry, request, owner }: StepContext,
  action: ActionId,
  parameters: Readonly<Record<string, string>>,
  change: () => Promise<unknown>,
  precondition?: () => Promise<unknown>,
): Promise<void> {
  await ports.actions.perform(
    {
      action,
      target: owner.id,
      parameters: { secret: entry.secret, ...parameters },
      why: `${request.reason}; ${entry.reason}`,
      correlation: entry.correlation,
    },
    async () => {
      await precondition?.();
      await lease.renew();
      lease.assertHeld();
      await change();
    },
  );
}
