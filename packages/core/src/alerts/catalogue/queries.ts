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

/** The requests to the models of one AI account that its log holds. Some calls write two rows, which changes a share little. */
const modelRequests = `AzureDiagnostics
| where ResourceProvider == "MICROSOFT.COGNITIVESERVICES" and Category == "RequestResponse"
| where _ResourceId =~ "{resourceId}"
| extend Deployment = tostring(parse_json(column_ifexists("properties_s", "")).modelDeploymentName)`;

/**
 * Which share of a deployment's calls was answered 429, among the deployments that hold a condition. Below 20 calls a
 * share says nothing. The deployment is a key of `properties_s`, seen in practice and not documented, in a column that
 * exists once the first log has arrived.
 */
export function turnedAwayShare(deployments: string): string {
  return `${modelRequests}
| where ${deployments}
| summarize Calls = count(), TurnedAway = countif(ResultSignature == "429") by Deployment
| where Calls >= 20
| extend SharePercent = 100.0 * TurnedAway / Calls
| project Deployment, SharePercent`;
}

/** Milliseconds under which 95 of 100 successful calls stayed. */
export const slowestCalls = `${modelRequests}
| where ResultSignature == "200"
| summarize Calls = count(), P95 = percentile(DurationMs, 95) by Deployment
| where Calls >= 20
| project Deployment, P95`;
