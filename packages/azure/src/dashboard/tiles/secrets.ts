import { LONGEST_SECRET_AGE_DAYS } from "@ringfence/core/rings";
import type { Section } from "../tile";

/** The vault's item that an entry of its audit log is about, without its version. */
const item = `| extend Item = extract(@"(?i)((?:secrets|keys|certificates)/[0-9a-z-]+)", 1, strcat(RequestUri, " ", Id, " ", tostring(Properties)))
| where isnotempty(Item)`;

/** Whether an entry is a new version: it worked, and its operation makes one. */
const renewed = `OperationName in ("SecretSet", "KeyCreate", "KeyImport", "KeyRotate", "CertificateCreate", "CertificateImport") and HttpStatusCode < 300`;

/** The longest that a secret may live: who looks further back sees nothing that still matters. */
const LOOK_BACK_DAYS = LONGEST_SECRET_AGE_DAYS;

export const secretsSection: Section = {
  title: "Secrets",
  tiles: [
    {
      source: "logs",
      id: "secret-days-left",
      title: "Days left and age",
      asks: "Which secrets, keys and certificates run out next, and which never do?",
      visualization: "table",
      wide: true,
      lookBackDays: 2,
      query: `AppMetrics
| where Name in ("ringfence.secret.days_left", "ringfence.secret.age_days")
| extend Kind = tostring(Properties["ringfence.kind"]), Item = tostring(Properties["ringfence.name"]), RenewedBy = tostring(Properties["ringfence.renewed_by"])
| summarize arg_max(TimeGenerated, Latest = Min) by Name, Kind, Item, RenewedBy
| summarize Measured = max(TimeGenerated), DaysLeft = take_anyif(Latest, Name endswith "days_left"), AgeDays = take_anyif(Latest, Name endswith "age_days") by Kind, Item, RenewedBy
| project Kind, Item, DaysLeft = round(DaysLeft, 0), AgeDays = round(AgeDays, 0), RenewedBy, Measured
| order by DaysLeft asc
| take 100`,
    },
    {
      source: "logs",
      id: "secret-expiries",
      title: "Announced expiries",
      asks: "Which secrets, keys and certificates expire soon and have no new version yet?",
      visualization: "table",
      wide: true,
      lookBackDays: LOOK_BACK_DAYS,
      query: `AZKVAuditLogs
${item}
| extend Near = OperationName endswith "NearExpiryEventGridNotification"
| extend Expired = OperationName endswith "ExpiredEventGridNotification"
| extend Renewed = ${renewed}
| where Near or Expired or Renewed
| summarize Announced = maxif(TimeGenerated, Near), ExpiredOn = maxif(TimeGenerated, Expired), RenewedOn = maxif(TimeGenerated, Renewed) by Item
| extend Never = datetime(1970-01-01)
| extend HasExpired = isnotnull(ExpiredOn) and ExpiredOn >= coalesce(Announced, Never)
| extend Notice = iff(HasExpired, ExpiredOn, Announced)
| where isnotnull(Notice) and Notice > coalesce(RenewedOn, Never)
| project Item, State = iff(HasExpired, "expired", "expires soon"), ExpiresAbout = iff(HasExpired, ExpiredOn, Announced + 30d), Announced
| order by ExpiresAbout asc`,
    },
    {
      source: "logs",
      id: "secret-renewals",
      title: "Renewals of the last 90 days",
      asks: "Which secrets were renewed, and when?",
      visualization: "table",
      lookBackDays: LOOK_BACK_DAYS,
      query: `AZKVAuditLogs
| where ${renewed}
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
