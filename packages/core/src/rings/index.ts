export { LONGEST_SECRET_AGE_DAYS, overrideRing, ringOverrideProblems } from "./overrides";
export { leanStart, promotedFrom } from "./promotion";
export {
  type BudgetThreshold,
  ChangeGate,
  PolicyLevel,
  type Ring,
  type RingOverrides,
  type RingSettings,
} from "./ring";
export { NetworkMode, RingName, ringNames } from "./ring-name";
export { rings } from "./rings";
