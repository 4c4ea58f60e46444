import type { LogQuery, VaultItem } from "../ports";

/** Who has read a secret since a version of it was written: the object ids of their identities, in lower case. */
export type SecretReads = (
  secret: string,
  version: Pick<VaultItem, "version" | "createdOn">,
) => Promise<ReadonlySet<string>>;

/** The identities that were given a secret's value; reads of one version by its address count only if it is this one. */
export function readersQuery(secret: string, version: string): string {
  return `AZKVAuditLogs
| where OperationName == "SecretGet" and HttpStatusCode == 200
| extend Path = tolower(tostring(parse_url(RequestUri).Path))
| where Path in ("/secrets/${secret.toLowerCase()}", "/secrets/${secret.toLowerCase()}/", "/secrets/${secret.toLowerCase()}/${version}")
| extend Claims = Identity.claim
| extend Reader = tolower(coalesce(tostring(Claims.oid), tostring(Claims["http://schemas.microsoft.com/identity/claims/objectidentifier"])))
| where isnotempty(Reader)
| distinct Reader`;
}

/**
 * Reads in the ring's logs: whoever read the secret after the version was written got it. Logs come some minutes late,
 * which only makes a rotation wait.
 */
export function loggedReads(logs: LogQuery, now: () => Date): SecretReads {
  return async (secret, { version, createdOn }) => {
    const rows = await logs.rows(readersQuery(secret, version), createdOn, now());
    return new Set(rows.map(({ Reader }) => String(Reader)));
  };
}
