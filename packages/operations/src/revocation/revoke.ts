import { Severity } from "@ringfence/core/severities";
import type { Clock, Notifier, SecretStore, VaultItem } from "../ports";
import { HOUR, type Outcome, RequestKind, type RotatedSecret, type RotationRequest, Tag, Verdict } from "../rotation";

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
}

/** How one secret's revocation ended. */
export interface Revoked extends Outcome {
  readonly version?: string;
  /** From the request to the service's refusal of the leaked value, in seconds. */
  readonly seconds: number;
}

/** A worker that died keeps its lease for three minutes at most; an emergency waits that long and a little more. */
const LONGEST_WAIT_MILLISECONDS = 5 * 60_000;
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
  { reason, version: asked, withdraw }: Revocation,
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
  const outcome = await untilFree(() => rotate(secret, request), clock);
  const took = seconds();
  await tell(`${said} After ${took} seconds: ${outcome.verdict}, ${outcome.because}.`);
  return { ...outcome, version, seconds: took };
}

/** Asking twice for the newest must not kill what the first time has published. */
function isAnswerToALeak({ createdOn, tags }: VaultItem, now: Date): boolean {
  return (tags[Tag.Correlation] ?? "").startsWith("revocation/") && now.getTime() - createdOn.getTime() < HOUR;
}

/** Tries again while another worker has the secret. */
async function untilFree(rotate: () => Promise<Outcome>, clock: Clock): Promise<Outcome> {
  for (let waited = 0; ; waited += ASK_AGAIN_MILLISECONDS) {
    const outcome = await rotate();
    if (outcome.verdict !== Verdict.InProgress || waited >= LONGEST_WAIT_MILLISECONDS) return outcome;
    await clock.sleep(ASK_AGAIN_MILLISECONDS);
  }
}
