export { diagnosticSettingsOf, sendsLogs } from "./diagnostic-settings";
export { criteriaOf, metricAlertsOf } from "./metric-alerts";
export { hasPrivateEndpoint, privateEndpointsOf } from "./private-endpoints";
