export { type Actor, ActorKind, ActorUnknown, actorText, isSameActor } from "./actor";
export { type Approval, ApprovalRefused, ApprovalState } from "./approval";
export { Approvals } from "./approvals";
export { type Bound, bindingOf } from "./binding";
export { decide, type Facts, Verdict } from "./decision";
export { actionGate, type GateParts } from "./gate";
export {
  KillSwitch,
  POLL_MILLISECONDS,
  STALENESS_BOUND_MILLISECONDS,
  type SwitchPosition,
  type SwitchReading,
} from "./kill-switch";
