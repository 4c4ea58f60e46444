import type { RunbookId } from "../runbooks";
import type { Severity } from "../severities";

/** What an incident asks for. */
export const TaskKind = {
  /** Tell those who hear of incidents of its severity. */
  Notify: "notify",
  /** Tell the next in line, because a deadline has passed. */
  Escalate: "escalate",
  OpenWorkItem: "open-work-item",
  CloseWorkItem: "close-work-item",
} as const;
export type TaskKind = (typeof TaskKind)[keyof typeof TaskKind];

/** Why somebody is told. */
export const Occasion = {
  Firing: "firing",
  Reminder: "reminder",
  Reopened: "reopened",
  Flapping: "flapping",
  Resolved: "resolved",
} as const;
export type Occasion = (typeof Occasion)[keyof typeof Occasion];

/** What an incident promises: taken by a person in time, and users no longer affected in time. */
export const Deadline = { Acknowledge: "acknowledge", Mitigate: "mitigate" } as const;
export type Deadline = (typeof Deadline)[keyof typeof Deadline];

/**
 * Something to be done. The same key always means the same: whoever does it may be told of it again after a crash, and
 * makes nothing twice that has the key.
 */
export interface Task {
  readonly key: string;
  readonly kind: TaskKind;
  readonly incident: string;
  readonly fingerprint: string;
  readonly severity: Severity;
  readonly title: string;
  readonly runbook?: RunbookId;
  readonly targets: readonly string[];
  /** When it became due. */
  readonly at: string;
  /** Of a notice: why. */
  readonly occasion?: Occasion;
  /** Of an escalation: which promise was broken. */
  readonly deadline?: Deadline;
  /** Of an escalation: which step, from 1. */
  readonly level?: number;
  /** What of it has been done, where it has parts: the routes by which somebody was told. */
  readonly doneParts?: readonly string[];
}
