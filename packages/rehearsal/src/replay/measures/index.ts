export { burnRateMeasure } from "./burn-rate";
export { levelMeasures } from "./level-measures";
export { logMeasures } from "./log-measures";
