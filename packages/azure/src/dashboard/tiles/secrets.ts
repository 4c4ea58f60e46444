import type { Section } from "../tile";

/** The vault's item that an entry of its audit log is about, without its version. */
const item = `| extend Item = extract(@"(?i)((?:secrets|keys|certificates)/[0-9a-z-]+)", 1, strcat(RequestUri, " ", Id, " ", tostring(Properties)))
| where isnotempty(Item)`;

export const secretsSection: Section = {
  title: "Secrets",
  tiles: [
    {
      source: "logs",
      id: "secret-expiries",
      title: "Announced expiries",
      asks: "Which secrets, keys and certificates expire soon and have no new version yet?",
      visualization: "table",
      wide: true,
      query: `AZKVAuditLogs
${item}
| extend Near = OperationName has "NearExpiryEventGridNotification", Expired = OperationName has "ExpiredEventGridNotification"
| extend Renewed = OperationName in ("SecretSet", "KeyCreate", "KeyImport", "KeyRotate", "CertificateCreate", "CertificateImport") and HttpStatusCode < 300
| where Near or Expired or Renewed
| summarize Announced = maxif(TimeGenerated, Near), ExpiredOn = maxif(TimeGenerated, Expired), RenewedOn = maxif(TimeGenerated, Renewed) by Item
| where coalesce(ExpiredOn, Announced) > coalesce(RenewedOn, datetime(1970-01-01))
| extend State = iff(isnotnull(ExpiredOn) and ExpiredOn >= coalesce(Announced, ExpiredOn), "expired", "expires soon")
| project Item, State, ExpiresAbout = coalesce(ExpiredOn, Announced + 30d), Announced
| order by ExpiresAbout asc`,
    },
    {
      source: "logs",
      id: "secret-renewals",
      title: "Renewals",
      asks: "Which secrets were renewed, and when?",
      visualization: "table",
      query: `AZKVAuditLogs
| where OperationName in ("SecretSet", "KeyCreate", "KeyImport", "KeyRotate", "CertificateCreate", "CertificateImport") and HttpStatusCode < 300
${item}
| summarize Renewals = count(), Last = max(TimeGenerated) by Item
| order by Last desc`,
    },
    {
      source: "logs",
      id: "vault-refusals",
      title: "Refused by the vault",
      asks: "Who asks for what they may not have?",
      visualization: "table",
      query: `AZKVAuditLogs
| where HttpStatusCode == 403
| summarize Times = count(), Last = max(TimeGenerated) by OperationName, CallerIpAddress, Caller = tostring(Identity.claim.appid)
| order by Times desc`,
    },
    {
      source: "logs",
      id: "job-events",
      title: "Jobs",
      asks: "Do the rotation jobs run, and what does the platform say of them?",
      visualization: "table",
      wide: true,
      query: `ContainerAppSystemLogs
| where isnotempty(JobName)
| summarize Times = count(), Last = max(TimeGenerated), Example = take_any(Log) by JobName, Reason
| order by JobName asc, Last desc`,
    },
  ],
};
