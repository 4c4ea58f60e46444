export { accountOf, type ChildIndex, childrenBy, deploymentsOf } from "./account-children";
export { diagnosticSettingsOf, sendsLogs } from "./diagnostic-settings";
export { criteriaOf, metricAlertsOf } from "./metric-alerts";
export { hasPrivateEndpoint, privateEndpointsOf } from "./private-endpoints";
export { areEnough, DIVERGENCE_REASON, regionsAt, regionsOf, unlessDivergence } from "./regions";
