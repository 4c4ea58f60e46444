import type { Delivery, Queue } from "../ports";
import { readExpiryEvent } from "./expiry-event";
import type { Outcome } from "./outcome";
import { RequestKind, type RotationRequest } from "./request";
import type { RotatedSecret } from "./rotated-secret";
import { Verdict } from "./step";

/** After so many deliveries an event is put aside; the sweep sees to the secret all the same. */
export const LONGEST_ATTEMPTS = 5;

/** What became of one delivery. */
export interface Answer {
  readonly secret?: string;
  readonly outcome?: Outcome;
  readonly put: "done" | "poison" | "again";
  readonly because: string;
}

/**
 * Deals with one delivery: rotates what it names if the vault says that it is due. What is wrong with the message itself
 * is put aside at once; what fails comes again by itself, and after five times is put aside too.
 */
export async function answerEvent(
  delivery: Delivery,
  secrets: readonly RotatedSecret[],
  queue: Queue,
  rotate: (secret: RotatedSecret, request: RotationRequest) => Promise<Outcome>,
): Promise<Answer> {
  const event = readExpiryEvent(delivery.body);
  if (event === undefined) return poisoned(delivery, queue, "no event of a secret's expiry");
  const secret = secrets.find(({ name }) => name.toLowerCase() === event.secret.toLowerCase());
  if (secret === undefined) {
    await queue.done(delivery);
    return { secret: event.secret, put: "done", because: "not a secret that this job renews; the sweep reports it" };
  }
  const reason = `${event.type} of version ${event.version ?? "unknown"}`;
  const outcome = await rotate(secret, { kind: RequestKind.IfDue, reason, version: event.version });
  if (outcome.verdict !== Verdict.Failed && outcome.verdict !== Verdict.InProgress) {
    await queue.done(delivery);
    return { secret: secret.name, outcome, put: "done", because: outcome.because };
  }
  if (delivery.attempt >= LONGEST_ATTEMPTS) return { ...(await poisoned(delivery, queue, outcome.because)), outcome };
  return { secret: secret.name, outcome, put: "again", because: outcome.because };
}

async function poisoned(delivery: Delivery, queue: Queue, because: string): Promise<Answer> {
  await queue.poison(delivery, because);
  return { put: "poison", because };
}
