/**
 * When one job last gave a sign of life, whatever its outcome. Both logs count, because console lines of jobs have
 * been lost by Azure before (microsoft/azure-container-apps #945, #1211). One row always comes back: no sign within
 * the two days that a log alert can look back counts as 48 hours, so that silence fires. The empty table keeps the
 * query valid in a workspace that has never received either log.
 */
export const hoursSinceJobRan = `union isfuzzy=true
    (datatable(TimeGenerated: datetime, JobName: string) []),
    (ContainerAppSystemLogs | project TimeGenerated, JobName),
    (ContainerAppConsoleLogs | project TimeGenerated, JobName)
| where JobName =~ "{resourceName}"
| summarize Last = max(TimeGenerated)
| project HoursSince = iff(isnull(Last), 48.0, (now() - Last) / 1h)`;

/**
 * Secrets, keys and certificates of which Key Vault said a day or more ago that they are about to expire, or have
 * expired, and that have had no new version since. Key Vault writes the notices into its own audit log, so this holds
 * even when the events that it sends go nowhere.
 */
export const nearExpiryWithoutNewVersion = `AZKVAuditLogs
| where _ResourceId =~ "{resourceId}"
| extend Item = extract(@"(?i)((?:secrets|keys|certificates)/[0-9a-z-]+)", 1, strcat(RequestUri, " ", Id, " ", tostring(Properties)))
| extend Warns = OperationName endswith "NearExpiryEventGridNotification" or OperationName endswith "ExpiredEventGridNotification"
| extend Renews = OperationName in ("SecretSet", "KeyCreate", "KeyImport", "KeyRotate", "CertificateCreate", "CertificateImport") and HttpStatusCode < 300
| where Warns or Renews
| summarize Warned = maxif(TimeGenerated, Warns), Renewed = maxif(TimeGenerated, Renews) by Item
| where isnotnull(Warned) and (isnull(Renewed) or Renewed < Warned)
| extend HoursWaiting = (now() - Warned) / 1h
| project Item, HoursWaiting`;
