import { ringNames } from "@ringfence/core/rings";
import { objective } from "./objective";
import { httpsAddress, listOf, oneOf, refused, textLike, wholeNumber } from "./parse";
import { renewedSecret } from "./renewed-secret";
import { setting } from "./setting";

const anyText = textLike(/\S/, "a text");
const container = textLike(/^[a-z0-9](?:-?[a-z0-9]){2,62}$/, "3 to 63 lower-case letters, digits and single hyphens");
const structure = (given: unknown) =>
  given !== null && typeof given === "object" ? { value: given } : refused(given, "an object or a list");

/** Every setting by its name in the file. A job says which it needs; the others may be missing. */
export const settings = {
  ring: setting({
    variable: "RINGFENCE_RING",
    means: "the ring's name",
    structured: false,
    parse: oneOf(ringNames),
  }),
  keyVaultUri: setting({
    variable: "RINGFENCE_KEY_VAULT_URI",
    means: "the address of the ring's key vault",
    structured: false,
    parse: httpsAddress("https://kv-claims.vault.azure.net"),
  }),
  maximumAgeDays: setting({
    variable: "RINGFENCE_MAXIMUM_AGE_DAYS",
    means: "the days after which anything in the vault is too old",
    structured: false,
    parse: wholeNumber(1, 90),
  }),
  secrets: setting({
    variable: "RINGFENCE_SECRETS",
    means: "the secrets that are renewed, as a JSON list",
    structured: true,
    parse: listOf(renewedSecret),
  }),
  storageAccount: setting({
    variable: "RINGFENCE_STORAGE_ACCOUNT",
    means: "the name of the storage account with journal, audit and queues",
    structured: false,
    parse: textLike(/^[a-z0-9]{3,24}$/, "3 to 24 lower-case letters and digits"),
  }),
  journalTable: setting({
    variable: "RINGFENCE_JOURNAL_TABLE",
    means: "the journal's table",
    structured: false,
    parse: textLike(/^[A-Za-z][A-Za-z0-9]{2,62}$/, "3 to 63 letters and digits, a letter first"),
  }),
  auditContainer: setting({
    variable: "RINGFENCE_AUDIT_CONTAINER",
    means: "the audit's blob container",
    structured: false,
    parse: container,
  }),
  eventsQueue: setting({
    variable: "RINGFENCE_EVENTS_QUEUE",
    means: "the queue of expiry events",
    structured: false,
    parse: container,
  }),
  poisonQueue: setting({
    variable: "RINGFENCE_POISON_QUEUE",
    means: "the queue for messages that are given up on",
    structured: false,
    parse: container,
  }),
  undeliveredContainer: setting({
    variable: "RINGFENCE_UNDELIVERED_CONTAINER",
    means: "the blob container of undelivered events",
    structured: false,
    parse: container,
  }),
  logAnalyticsWorkspaceId: setting({
    variable: "RINGFENCE_LOG_ANALYTICS_WORKSPACE_ID",
    means: "the Log Analytics workspace that queries run over",
    structured: false,
    parse: anyText,
  }),
  levels: setting({
    variable: "RINGFENCE_LEVELS",
    means: "the service's objectives, as a JSON list",
    structured: true,
    parse: listOf(objective),
  }),
  incidents: setting({
    variable: "RINGFENCE_INCIDENTS",
    means: "where incidents go, as IncidentRouting writes it",
    structured: true,
    parse: structure,
  }),
  applicationInsights: setting({
    variable: "APPLICATIONINSIGHTS_CONNECTION_STRING",
    means: "where telemetry goes; without it there is none but the log",
    structured: false,
    parse: textLike(/InstrumentationKey=/, "a connection string of Application Insights"),
  }),
  clientId: setting({
    variable: "AZURE_CLIENT_ID",
    means: "the identity that the job signs in as, where it has several",
    structured: false,
    parse: anyText,
  }),
  resourceManager: setting({
    variable: "RINGFENCE_RESOURCE_MANAGER",
    means: "Azure Resource Manager's address, where it is not https://management.azure.com",
    structured: false,
    parse: httpsAddress("https://management.chinacloudapi.cn"),
  }),
  logAnalyticsEndpoint: setting({
    variable: "RINGFENCE_LOG_ANALYTICS_ENDPOINT",
    means: "where queries over logs are answered, where it is not https://api.loganalytics.io",
    structured: false,
    parse: httpsAddress("https://api.loganalytics.azure.cn"),
  }),
  storageBlobEndpoint: setting({
    variable: "RINGFENCE_STORAGE_BLOB_ENDPOINT",
    means: "the blob service's address, where it is not https://<account>.blob.core.windows.net",
    structured: false,
    parse: httpsAddress("https://store.blob.core.chinacloudapi.cn"),
  }),
  storageQueueEndpoint: setting({
    variable: "RINGFENCE_STORAGE_QUEUE_ENDPOINT",
    means: "the queue service's address, where it is not https://<account>.queue.core.windows.net",
    structured: false,
    parse: httpsAddress("https://store.queue.core.chinacloudapi.cn"),
  }),
  storageTableEndpoint: setting({
    variable: "RINGFENCE_STORAGE_TABLE_ENDPOINT",
    means: "the table service's address, where it is not https://<account>.table.core.windows.net",
    structured: false,
    parse: httpsAddress("https://store.table.core.chinacloudapi.cn"),
  }),
};
