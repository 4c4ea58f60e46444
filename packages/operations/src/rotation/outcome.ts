import { randomUUID } from "node:crypto";
import { ActionId } from "@ringfence/core/actions";
import { REFUSED } from "../audit";
import { AuditMoment, type Unavailability } from "../ports";
import type { RotationEntry } from "./entry";
import type { RotationRequest } from "./request";
import type { RotatedSecret } from "./rotated-secret";
import type { RotationPorts } from "./rotation-ports";
import { Verdict } from "./step";

/** What a run came to. */
export interface Outcome {
  readonly secret: string;
  readonly verdict: Verdict;
  /** Why, in a sentence; no secret. */
  readonly because: string;
  /** When it can go on. */
  readonly until?: Date;
  /** Why the owner could not be asked, where that was it. */
  readonly unavailable?: Unavailability;
}

/** Whether a job that ends so has failed. */
export function isFailure({ verdict }: Outcome): boolean {
  return verdict === Verdict.Failed || verdict === Verdict.Refused;
}

/** What was asked for and not done stands in the audit as well: a duplicate, a refusal. */
export async function recordEnd(
  end: Pick<Outcome, "verdict" | "because">,
  secret: RotatedSecret,
  request: RotationRequest,
  entry: RotationEntry | undefined,
  { audit, clock, who, worker }: RotationPorts,
): Promise<void> {
  if (end.verdict !== Verdict.Duplicate && end.verdict !== Verdict.Refused) return;
  const record = {
    at: clock.now().toISOString(),
    action: ActionId.RegenerateKey,
    run: `${worker}/${randomUUID()}`,
    correlation: entry?.correlation ?? `rotation/${secret.name}`,
    who,
    why: request.reason,
    target: secret.name,
    parameters: { request: request.kind, ...(request.version === undefined ? {} : { version: request.version }) },
  };
  await audit.append({ ...record, moment: AuditMoment.Requested });
  await audit.append({ ...record, moment: AuditMoment.Decided, outcome: `${REFUSED}: ${end.verdict}, ${end.because}` });
}
