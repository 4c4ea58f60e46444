import type { RingName } from "../rings";
import type { Fires, PerRing, ThresholdFacts } from "./alert-row";

/** The comparison of an alert rule, in Azure Monitor's words. */
export interface Threshold {
  operator: "GreaterThan" | "LessThan";
  value: number;
}

/** Beyond which value an alert fires in a ring. */
export function thresholdOf({ fires }: Pick<ThresholdFacts, "fires">, ring: RingName): Threshold {
  return { operator: "over" in fires ? "GreaterThan" : "LessThan", value: valuesOf(fires)[ring] };
}

/** The thresholds of all rings, whichever way they are crossed. */
export function valuesOf(fires: Fires): PerRing<number> {
  return "over" in fires ? fires.over : fires.under;
}
