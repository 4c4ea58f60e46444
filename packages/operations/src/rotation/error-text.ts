import { redacted, type Secret } from "../ports";

/** A service's error may quote what it was sent; longer than this, it says nothing more. */
const LONGEST = 500;

/** What an error says, without any value that this process or this run has seen. */
export function textOf(error: unknown, known: readonly Secret[]): string {
  const text = redacted(error instanceof Error ? error.message : String(error));
  const clean = known.reduce((rest, secret) => rest.replaceAll(secret.reveal(), "[secret]"), text);
  return clean.length > LONGEST ? `${clean.slice(0, LONGEST)}…` : clean;
}
