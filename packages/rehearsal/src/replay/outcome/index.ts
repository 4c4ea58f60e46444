export { chartAround } from "./chart";
export { conditionOf, lengthOf } from "./condition";
export { causeOf, flapsAmong } from "./detection";
export { incidentOutcome } from "./incident-outcome";
export * from "./replay-document";
export { recordedOutcome, ruleOutcome } from "./rule-outcome";
export { urgentEnough, wakes } from "./urgency";
export { verdictsOf } from "./verdicts";
