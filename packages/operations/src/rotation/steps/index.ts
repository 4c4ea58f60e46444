import { StepKind } from "../step";
import { force } from "./force";
import { prove } from "./prove";
import { publish } from "./publish";
import { regenerate } from "./regenerate";
import { retire } from "./retire";
import type { Steps } from "./step-context";
import { verify } from "./verify";

export { type CarryOut, type StepContext, StepFailed, type Steps } from "./step-context";

/** How each step with an effect is carried out. */
export const steps: Steps = {
  [StepKind.Regenerate]: regenerate,
  [StepKind.Verify]: verify,
  [StepKind.Publish]: publish,
  [StepKind.Force]: force,
  [StepKind.Retire]: retire,
  [StepKind.Prove]: prove,
};
