/** Until when a waiver holds, and who answers for it. */
export interface WaiverTerms {
  /** What is waived, without these terms. */
  what: string;
  /** The last day on which it holds, `YYYY-MM-DD`, in UTC. */
  expires: string;
  owner: string;
}

/**
 * Reads the terms at the end of what a rule says of a waived finding: `…, until 2027-01-31 by team@contoso.example.`
 * Undefined where a pack does not say them so.
 */
export function waiverTerms(text: string): WaiverTerms | undefined {
  const match = /^([\s\S]*?),? until (\d{4}-\d\d-\d\d) by (\S+?)\.?\s*$/.exec(text);
  const [, what, expires, owner] = match ?? [];
  return what === undefined || expires === undefined || owner === undefined ? undefined : { what, expires, owner };
}
