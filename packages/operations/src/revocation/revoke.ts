import { Severity } from "@ringfence/core/severities";
import type { Clock, Notifier, SecretStore, VaultItem } from "../ports";
import {
  HOUR,
  LEASE_MILLISECONDS,
  type Outcome,
  RequestKind,
  type RotatedSecret,
  type RotationRequest,
  SETTLE_MILLISECONDS,
  Tag,
  Verdict,
} from "../rotation";

/** What a revocation works with. */
export interface RevocationParts {
  readonly store: SecretStore;
  readonly clock: Clock;
  readonly notifier: Notifier;
  readonly dryRun: boolean;
  readonly rotate: (secret: RotatedSecret, request: RotationRequest) => Promise<Outcome>;
}

/** What a person asks for. */
export interface Revocation {
  readonly secrets: readonly RotatedSecret[];
  readonly reason: string;
  /** The version that has leaked; the newest of each secret if left out. */
  readonly version?: string;
  /** Whether nothing is to be published in its place. */
  readonly withdraw: boolean;
  /** Whether to end at once where another worker has the secret, instead of waiting for its lease. */
  readonly once?: boolean;
}

/** How one secret's revocation ended. */
export interface Revoked extends Outcome {
  readonly version?: string;
  /** From the request to the service's refusal of the leaked value, in seconds. */
  readonly seconds: number;
}

/**
 * A worker that died keeps its lease for three minutes at most, and what it sent may be on its way for one more. Who has
 * the lease for longer than both is alive.
 */
const LONGEST_WAIT_MILLISECONDS = LEASE_MILLISECONDS + SETTLE_MILLISECONDS;
const ASK_AGAIN_MILLISECONDS = 5_000;

/**
 * Revokes secrets, all at the same time: each gets another key, which is published; then its leaked key dies and the
 * service is seen to refuse it. Needs the vault, the journal and the owners, and no event. The incident is opened before
 * anything is done, and stays open: whoever has learnt how the value leaked closes it.
 */
export async function revokeSecrets(revocation: Revocation, parts: RevocationParts): Promise<readonly Revoked[]> {
  return Promise.all(revocation.secrets.map((secret) => revokeOne(secret, revocation, parts)));
}

async function revokeOne(
  secret: RotatedSecret,
  { reason, version: asked, withdraw, once = false }: Revocation,
  { store, clock, notifier, dryRun, rotate }: RevocationParts,
): Promise<Revoked> {
  const begun = clock.now().getTime();
  const seconds = () => Math.round((clock.now().getTime() - begun) / 1000);
  const refused = (because: string): Revoked => ({
    secret: secret.name,
    verdict: Verdict.Refused,
    because,
    seconds: seconds(),
  });
  const newest = asked === undefined ? await store.newest(secret.name) : undefined;
  const version = asked ?? newest?.version;
  if (version === undefined) return refused("the vault has no version of it; renew it instead");
  if (newest !== undefined && isAnswerToALeak(newest, clock.now()))
    return refused(
      `version ${version} was published less than an hour ago because the one before had leaked; if it has leaked too, give --version ${version}`,
    );
  const tell = (text: string) =>
    dryRun
      ? Promise.resolve()
      : notifier.tell({
          fingerprint: `revocation/${secret.name}/${version}`,
          severity: Severity.Sev1,
          title: `${secret.name}: version ${version} has leaked and is revoked`,
          text,
          runbook: "revoke-secret",
        });
  const said = `Why: ${reason}. Owner ${secret.owner}.`;
  await tell(`${said} It is being revoked.`).catch(() => undefined);
  const request = { kind: withdraw ? RequestKind.Withdraw : RequestKind.Revoke, version, reason };
  const outcome = await untilFree(() => rotate(secret, request), clock, once ? 0 : LONGEST_WAIT_MILLISECONDS);
  const took = seconds();
  await tell(`${said} After ${took} seconds: ${outcome.verdict}, ${outcome.because}.`);
  return { ...outcome, version, seconds: took };
}

/** Asking twice for the newest must not kill what the first time has published. */
function isAnswerToALeak({ createdOn, tags }: VaultItem, now: Date): boolean {
  return (tags[Tag.Correlation] ?? "").startsWith("revocation/") && now.getTime() - createdOn.getTime() < HOUR;
}

/** Tries again while another worker has the secret, for so long at most. */
async function untilFree(rotate: () => Promise<Outcome>, clock: Clock, longest: number): Promise<Outcome> {
  for (let waited = 0; ; waited += ASK_AGAIN_MILLISECONDS) {
    const outcome = await rotate();
    if (outcome.verdict !== Verdict.InProgress) return outcome;
    if (waited >= longest) return { ...outcome, because: whatNow(outcome.because, longest) };
    await clock.sleep(ASK_AGAIN_MILLISECONDS);
  }
}

/** A person in an emergency is told what to do about the other worker. */
function whatNow(because: string, waited: number): string {
  if (waited === 0) return `${because}; the leaked key is alive, so run this again without --once, which waits for it`;
  const minutes = waited / 60_000;
  return `another worker is at it, and alive: it has kept its lease for ${minutes} minutes; the leaked key may be alive, so run this again, or stop that job's execution first`;
}
