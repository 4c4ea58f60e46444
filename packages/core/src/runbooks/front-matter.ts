import type { ActionId } from "../actions";
import type { Severity } from "../severities";
import type { OwnerRole, RunbookKind } from "./runbook";

/** What a step names when a person does it and no registered action is involved. */
export const MANUAL = "manual";

/** One step of a runbook, for those who automate it and for those who ask what it may change. */
export interface RunbookStep {
  title: string;
  /** The registered action that the step takes, or `manual`: a person looks, decides or types. */
  action: ActionId | typeof MANUAL;
}

/** How a page was last put to the test. `never` is an honest answer, and is reported. */
export const Exercise = { Drill: "drill", Incident: "incident", Never: "never" } as const;
export type Exercise = (typeof Exercise)[keyof typeof Exercise];

/** When a page was last followed by somebody, and on what occasion. */
export interface LastExercised {
  how: Exercise;
  /** The day, `YYYY-MM-DD`; absent if it never was. */
  on?: string;
}

/** Where a query runs: the ring's Log Analytics workspace, or Azure Resource Graph. */
export const QueriedIn = { Logs: "logs", ResourceGraph: "resource-graph" } as const;
export type QueriedIn = (typeof QueriedIn)[keyof typeof QueriedIn];

/** How to see that it is over. */
export interface RunbookVerification {
  in: QueriedIn;
  /** KQL that gives one row; its column `Over` is true once it is over, and false while there is no traffic to tell by. */
  query: string;
}

/** What only a playbook says: how much it touches, who says yes, and how to go back. */
export interface PlaybookTerms {
  /** What else is affected while it runs and after it, in a sentence. */
  blastRadius: string;
  /** Whose agreement it needs before the first step that changes something. */
  approvedBy: string;
  /** How to undo it, in a sentence; the section `Way back` has the commands. */
  inverse: string;
}

/** What stands above a page, between its two lines of dashes. */
export interface RunbookFrontMatter extends Partial<PlaybookTerms> {
  id: string;
  title: string;
  kind: RunbookKind;
  severity: Severity;
  owner: OwnerRole;
  /** Ids of the alerts that lead here. */
  alerts: string[];
  steps: RunbookStep[];
  verification: RunbookVerification;
  lastExercised: LastExercised;
  /** The day on which somebody last read the page and found it true, `YYYY-MM-DD`. */
  reviewed: string;
  /** Days after which it has to be read again; 180 for the shipped pages. */
  reviewEveryDays: number;
}
