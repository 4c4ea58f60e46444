import { whyDue } from "./due";
import { Phase, type RotationEntry, Urgency } from "./entry";
import { RequestKind, type RotationRequest } from "./request";
import { ANNOUNCED_DAYS_AHEAD, HOUR } from "./rotated-secret";
import { otherSlot, type PublishedVersion, type SecretState, SlotKey } from "./state";
import { type Step, StepKind, Verdict } from "./step";
import { ownerTag } from "./tags";

/** The token of a rotation that replaces nothing. */
export const FIRST = "first";

/** Whether and how a rotation begins where none is under way. */
export function begin(state: SecretState, last: RotationEntry | undefined, now: Date, request: RotationRequest): Step {
  const { published, secret, slots } = state;
  if (published === undefined) {
    const entry = newEntry(state, now, { target: slots[1], retires: slots[0], reason: "the vault has no version yet" });
    return write(entry);
  }
  if (!published.enabled)
    return refused(`the newest version ${published.version} is disabled; enable it, or disable the secret's rotation`);
  if (request.version !== undefined && request.version === last?.leaked)
    return refused(`version ${request.version} is revoked; it is never renewed`);
  if (published.slot === undefined) return adopt(state, published, now);
  const due = whyDue(published, secret, now);
  if (due === undefined && state.lingering !== undefined)
    return retireLingering(state, published, state.lingering, now);
  if (due === undefined && request.version !== undefined && request.version !== published.version)
    return {
      kind: StepKind.End,
      verdict: Verdict.Duplicate,
      because: `version ${request.version} is not the newest any more, ${published.version} is`,
    };
  if (due === undefined && request.kind !== RequestKind.Now)
    return {
      kind: StepKind.End,
      verdict: Verdict.NotDue,
      because: `not within ${ANNOUNCED_DAYS_AHEAD} days of its end`,
    };
  const target = otherSlot(state, published.slot);
  if (!isUnused(last, published)) {
    const until = new Date(published.createdOn.getTime() + secret.overlapHours * HOUR);
    if (now < until)
      return {
        kind: StepKind.End,
        verdict: Verdict.Refused,
        because: `the version is younger than the overlap of ${secret.overlapHours} hours: somebody may still use ${target}`,
        until,
      };
  }
  const reason = request.kind === RequestKind.Now ? request.reason : (due ?? request.reason);
  return write(newEntry(state, now, { target, retires: published.slot, reason, last }));
}

/** Whether the slot that is not published has a key that was never published, as a finished rotation leaves it. */
export function isUnused(last: RotationEntry | undefined, published: PublishedVersion): boolean {
  return last?.phase === Phase.Done && last.version === published.version && last.retires !== undefined;
}

/**
 * The published value is in no slot. On a version that this job wrote for this owner, somebody renewed the key by hand
 * and its consumers are refused now: what stands in the slot is published as it is. Any other value is somebody else's.
 */
function adopt(state: SecretState, published: PublishedVersion, now: Date): Step {
  const { tagged } = published;
  const isOurs = published.owner === ownerTag(state.secret.owner);
  if (!isOurs || tagged === undefined || !state.slots.includes(tagged))
    return refused(
      `the newest version ${published.version} holds no key of the owner; is the owner right? If it is, disable the version and the next run publishes a key`,
    );
  const entry = newEntry(state, now, {
    target: tagged,
    reason: `${tagged} was renewed by somebody else, and the published value is dead`,
  });
  return write(state.keys[tagged] === SlotKey.None ? entry : { ...entry, phase: Phase.Verifying });
}

/** Nobody knows of the old key any more, because the journal was lost: it is retired as if it had not been. */
function retireLingering(state: SecretState, published: PublishedVersion, lingering: string, now: Date): Step {
  const { slot } = published;
  if (slot === undefined) return refused("no slot holds the published value");
  const entry = newEntry(state, now, {
    target: slot,
    retires: otherSlot(state, slot),
    reason: `${otherSlot(state, slot)} holds the value of version ${lingering} still, and the journal does not know why`,
  });
  return write({
    ...entry,
    token: `retirement of ${lingering}`,
    correlation: `retirement/${state.secret.name}/${lingering}`,
    phase: Phase.Overlapping,
    replaces: lingering,
    version: published.version,
    publishedAt: published.createdOn.toISOString(),
  });
}

/** What makes one rotation differ from another. */
export interface Beginning {
  readonly target: string;
  readonly retires?: string;
  readonly reason: string;
  readonly urgency?: Urgency;
  readonly leaked?: string;
  readonly withdraws?: boolean;
  /** The entry of the rotation before. */
  readonly last?: RotationEntry;
}

/** The entry of a rotation that begins. Fingerprints are added by the runner, which alone sees the keys. */
export function newEntry(state: SecretState, now: Date, beginning: Beginning): RotationEntry {
  const { target, retires, reason, urgency = Urgency.Planned, leaked, withdraws = false, last } = beginning;
  const token = leaked ?? state.published?.version ?? FIRST;
  const at = now.toISOString();
  return {
    secret: state.secret.name,
    owner: state.secret.owner,
    token,
    correlation: `${purpose(urgency, withdraws)}/${state.secret.name}/${token}`,
    phase: Phase.Regenerating,
    urgency,
    reason,
    target,
    retires,
    replaces: leaked ?? (retires === undefined ? undefined : state.published?.version),
    replacedExpiresOn: state.published?.expiresOn?.toISOString(),
    leaked,
    withdraws,
    targetMayBeInUse: state.published !== undefined && urgency === Urgency.Planned && !isUnused(last, state.published),
    startedAt: at,
    changedAt: at,
    turn: state.turn,
    alarmed: false,
    failures: 0,
  };
}

/** What a correlation begins with; one version can be replaced, revoked and withdrawn, each of it once. */
function purpose(urgency: Urgency, withdraws: boolean): string {
  if (withdraws) return "withdrawal";
  return urgency === Urgency.Emergency ? "revocation" : "rotation";
}

function write(entry: RotationEntry): Step {
  return { kind: StepKind.Write, entry, because: entry.reason };
}

function refused(because: string): Step {
  return { kind: StepKind.End, verdict: Verdict.Refused, because };
}
