export { type BaselineAlert, baselineAlerts, baselineRules, baselineSource } from "./baseline-alerts";
export { catalogueRules } from "./catalogue-rules";
export { type DeployedRules, deployedRules } from "./deployed-rules";
export type { NotReplayed } from "./not-replayed";
export { programWorkload, typesOf } from "./program-workload";
export { ringOf } from "./rule-facts";
export { overrideThresholds } from "./threshold-override";
