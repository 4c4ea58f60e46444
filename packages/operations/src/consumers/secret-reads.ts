import type { TokenCredential } from "@azure/core-auth";
import { LogsQueryClient, LogsQueryResultStatus } from "@azure/monitor-query-logs";
import type { VaultItem } from "../ports";

/** Who has read a version, by the vault's log. */
export type SecretReads = (
  secret: string,
  version: Pick<VaultItem, "version" | "createdOn">,
) => Promise<ReadonlySet<string>>;

/** The vault's log of reads since the version was written: which identity read the secret and got it. */
const READS = `AzureDiagnostics
| where ResourceProvider == "MICROSOFT.KEYVAULT" and OperationName == "SecretGet" and ResultSignature == "OK"
| where id_s has strcat("/secrets/", secret)
| summarize by Reader = tolower(coalesce(column_ifexists("identity_claim_oid_g", ""), column_ifexists("identity_claim_http_schemas_microsoft_com_identity_claims_objectidentifier_g", "")))`;

/**
 * Reads of the secret in the ring's Log Analytics workspace. A read without a version after the new one was written got
 * the new one. Logs come some minutes late, which only makes the rotation wait.
 */
export function logAnalyticsReads(workspaceId: string, credential: TokenCredential): SecretReads {
  const client = new LogsQueryClient(credential);
  return async (secret, { createdOn }) => {
    const query = `let secret = ${JSON.stringify(secret.toLowerCase())};\n${READS.replace("id_s has", "tolower(id_s) has")}`;
    const result = await client.queryWorkspace(workspaceId, query, { startTime: createdOn, endTime: new Date() });
    if (result.status !== LogsQueryResultStatus.Success) return new Set();
    return new Set((result.tables[0]?.rows ?? []).map(([reader]) => String(reader)));
  };
}
