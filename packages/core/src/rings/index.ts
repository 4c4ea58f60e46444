export { LONGEST_SECRET_AGE_DAYS, overrideRing, type RingOverrides, ringOverrideProblems } from "./overrides";
export { type BudgetThreshold, ChangeGate, PolicyLevel, type Ring, type RingSettings } from "./ring";
export { NetworkMode, RingName, ringNames } from "./ring-name";
export { rings } from "./rings";
