import { allOf, anyOf, type Judgement, type Value } from "../../rule";

/** The categories of logs that a key vault has (azure-monitor-docs, supported logs of Microsoft.KeyVault/vaults). */
export const vaultCategories: readonly string[] = ["AuditEvent", "AzurePolicyEvaluationDetails"];

/** Whether one entry of a diagnostic setting's `logs` sends who did what in a key vault. */
export function sendsAudit(log: Value): Judgement {
  return allOf(
    log.at("enabled").is(true),
    anyOf(log.at("category").is("AuditEvent"), log.at("categoryGroup").isOneOf(["audit", "allLogs"])),
  );
}
