export { done, due, partDone } from "./due";
export { fingerprintOf, incidentId } from "./identity";
export {
  type AlertFact,
  emptyLog,
  type Incident,
  type IncidentLog,
  IncidentState,
  PersonAct,
  type PersonFact,
} from "./incident";
export { type GroupNow, type LastNotice, needsNotice } from "./notification";
export { receive } from "./receive";
export {
  defaultIncidentRules,
  type FlapRule,
  type IncidentRules,
  LONGEST_MEMORY_DAYS,
  type Quiet,
  REVIEW_MEMORY_DAYS,
} from "./rules";
export type { AlertSignal, PersonSignal, Signal } from "./signal";
export { type IncidentStatus, isBroken, type Promised, statusOf, worstSeverity } from "./status";
export { Deadline, Occasion, type Task, TaskKind } from "./task";
