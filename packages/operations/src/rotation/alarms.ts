import { Severity } from "@ringfence/core/severities";
import type { Notifier } from "../ports";
import { isFinished, Phase, type RotationEntry, Urgency } from "./entry";
import type { RotatedSecret } from "./rotated-secret";

const RUNBOOK = "key-rotation-failure";

/** Tells people of rotations that do not get on, and when they do again. */
export const alarm = {
  /** Once a failed run; the fingerprint is the secret's, so that there is one incident however many runs fail. */
  failed: (
    secret: RotatedSecret,
    entry: RotationEntry | undefined,
    because: string,
    notifier: Notifier,
  ): Promise<void> =>
    notifier.tell({
      fingerprint: fingerprintOf(secret.name),
      severity: entry?.urgency === Urgency.Emergency ? Severity.Sev1 : Severity.Sev2,
      title: `${secret.name}: ${entry === undefined ? "not looked at" : titles[entry.phase]}`,
      text: `${because}. Owner ${secret.owner}${entry === undefined ? "" : `, ${entry.correlation}, ${entry.phase}, failed runs before this one: ${entry.failures}`}. The next run goes on from there.`,
      runbook: RUNBOOK,
    }),
  /** True once people were told that it is over. */
  over: async (entry: RotationEntry, notifier: Notifier): Promise<boolean> => {
    if (!isFinished(entry)) return false;
    await notifier.tell({
      fingerprint: fingerprintOf(entry.secret),
      severity: Severity.Sev2,
      title: `${entry.secret}: rotation is complete again`,
      text: `${entry.correlation} is ${entry.phase}.`,
      runbook: RUNBOOK,
      resolved: true,
    });
    return true;
  },
};

const titles: Readonly<Record<Phase, string>> = {
  [Phase.Regenerating]: "the idle key cannot be renewed",
  [Phase.Verifying]: "the new key does not work yet and is not published",
  [Phase.Publishing]: "the new key cannot be published",
  [Phase.Overlapping]: "consumers have not got the new key",
  [Phase.Retiring]: "the old key is still alive",
  [Phase.Proving]: "the old key is not refused yet",
  [Phase.Done]: "a renewal cannot begin",
  [Phase.Revoked]: "the secret is revoked",
};

function fingerprintOf(secret: string): string {
  return `rotation/${secret}`;
}
