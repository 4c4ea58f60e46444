import { dueFrom } from "./due";
import { isFinished, type RotationEntry } from "./entry";
import type { SecretState } from "./state";
import { type Step, StepKind, Verdict } from "./step";

/** A rotation that came to its end in this run, and what ended it. */
export interface Finished {
  readonly entry: RotationEntry;
  readonly because: string;
}

/** The rotation that a written step ends; none where it goes on. */
export function finishedBy(entry: RotationEntry, because: string): Finished | undefined {
  return isFinished(entry) ? { entry, because } : undefined;
}

/**
 * How a run ends that has brought a rotation to its end: by what it did, and not by there being nothing left to do.
 * Where something else is wrong as well, such as a version that is disabled, that is what the run ends with.
 */
export function endOf(end: EndStep, finished: Finished | undefined, state: SecretState): EndStep {
  if (finished === undefined) return end;
  const { entry } = finished;
  const isWithdrawn = entry.withdraws && end.verdict === Verdict.Refused;
  if (!isWithdrawn && !nothingLeft.includes(end.verdict)) return end;
  const because = entry.leaked === undefined && !entry.withdraws ? rotated(finished, state) : revoked(finished, state);
  return { kind: StepKind.End, verdict: Verdict.Done, because };
}

type EndStep = Extract<Step, { readonly kind: typeof StepKind.End }>;

/** What is answered when a rotation is complete and no other is to begin. */
const nothingLeft: readonly Verdict[] = [Verdict.NotDue, Verdict.Duplicate, Verdict.Done];

function rotated({ entry, because }: Finished, { published, secret }: SecretState): string {
  const what = entry.retires === undefined ? because : `the old key is retired: ${because}`;
  const from = published && dueFrom(published, secret);
  return from === undefined ? what : `${what}; not due before ${from.toISOString().slice(0, 10)}`;
}

function revoked({ entry, because }: Finished, { published }: SecretState): string {
  const what = entry.leaked === undefined ? "the secret is withdrawn" : `version ${entry.leaked} is revoked`;
  if (entry.withdraws) return `${what}: ${because}; nothing is published in its place, and the name is dead`;
  if (published === undefined) return `${what}: ${because}`;
  const stands = published.correlation === entry.correlation ? "is published instead" : "stays published";
  return `${what}: ${because}; version ${published.version} ${stands}`;
}
