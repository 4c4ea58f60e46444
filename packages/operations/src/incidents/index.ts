export type { AlertRecord, AlertSource } from "./alert-record";
export { alertSignals } from "./alert-signals";
export { type AzureAlertsArgs, azureAlerts } from "./azure-alerts";
export { type Courier, DeliveryFailed, httpsCourier } from "./courier";
export { IncidentUnknown, type Mark, markIncident } from "./mark";
export { type IncidentMessage, messageForms } from "./messages";
export type { KeptNotice } from "./notice-signals";
export { type Looked, type RouterParts, type RouterResult, routeIncidents } from "./route-incidents";
