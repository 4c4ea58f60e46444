export { actionGroupReceivers } from "./action-group-receivers";
export { alertActionGroup } from "./alert-action-group";
export { alertReachesSomebody } from "./alert-reaches-somebody";
export { metricAutoResolve } from "./metric-auto-resolve";
export { productionDeployment } from "./production-deployment";
export { queryFrequency } from "./query-frequency";
export { runbookLink } from "./runbook-link";
export { serviceHealth } from "./service-health";
