import { type RotationEntry, Urgency } from "./entry";
import { DAY, HOUR } from "./rotated-secret";
import type { SecretState } from "./state";
import { type Step, StepKind, Verdict } from "./step";

/** In an emergency consumers that were made to read again get this long before the leaked key dies. */
export const EMERGENCY_GRACE_MILLISECONDS = 60_000;

/** How often it is asked meanwhile whether they have. */
const ASK_AGAIN_MILLISECONDS = 5_000;

/** Where the version before has no expiry, its key is waited for this long at most: the longest overlap there is. */
const LONGEST_WAIT_DAYS = 7;

/**
 * What keeps the old key alive; undefined once nothing does. Planned: the overlap, and then consumers that have not
 * got the new value, until the old value would have expired anyway. In an emergency: consumers, for a minute.
 */
export function overlap(state: SecretState, entry: RotationEntry, now: Date): Step | undefined {
  if (entry.urgency === Urgency.Emergency) return emergencyGrace(state, entry, now);
  const { overlapHours } = state.secret;
  const since = new Date(entry.publishedAt ?? entry.changedAt).getTime();
  const until = since + overlapHours * HOUR;
  if (now.getTime() < until)
    return ends(`both keys work for ${overlapHours} hours after the new one was published`, new Date(until));
  const latest = lastWait(entry, until);
  if (state.waiting.length > 0 && now < latest)
    return ends(`waits for ${state.waiting.join(", ")} to get the new value`, latest);
  return undefined;
}

/** The moment at which a planned rotation stops waiting for consumers. */
export function lastWait({ replacedExpiresOn, publishedAt, changedAt }: RotationEntry, overlapEnd: number): Date {
  const since = new Date(publishedAt ?? changedAt).getTime();
  const expires = replacedExpiresOn === undefined ? since + LONGEST_WAIT_DAYS * DAY : Date.parse(replacedExpiresOn);
  return new Date(Math.max(expires, overlapEnd));
}

function emergencyGrace({ waiting }: SecretState, { forcedAt }: RotationEntry, now: Date): Step | undefined {
  if (forcedAt === undefined || waiting.length === 0) return undefined;
  const left = Date.parse(forcedAt) + EMERGENCY_GRACE_MILLISECONDS - now.getTime();
  if (left <= 0) return undefined;
  return {
    kind: StepKind.Pause,
    milliseconds: Math.min(left, ASK_AGAIN_MILLISECONDS),
    because: `waits for ${waiting.join(", ")} to get the new value`,
  };
}

function ends(because: string, until: Date): Step {
  return { kind: StepKind.End, verdict: Verdict.Overlapping, because, until };
}
