/** At which moment of an action a record was written. */
export const AuditMoment = {
  Requested: "requested",
  Decided: "decided",
  Executing: "executing",
  Succeeded: "succeeded",
  Failed: "failed",
} as const;
export type AuditMoment = (typeof AuditMoment)[keyof typeof AuditMoment];

/** What is recorded; no secret among it. */
export interface AuditRecord {
  readonly at: string;
  readonly moment: AuditMoment;
  /** The action's id in the registry. */
  readonly action: string;
  /** One id for all records of one run of the action. */
  readonly run: string;
  /** Ties together what was done for one reason: one rotation, one incident. */
  readonly correlation: string;
  /** Who did it: the job's identity, or a person. */
  readonly who: string;
  readonly why: string;
  /** What it was done to: an Azure id, a secret's name. */
  readonly target: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** What came of it, in a sentence. */
  readonly outcome?: string;
}

/** A record that only grows: each one carries the hash of the one before. */
export interface Audit {
  append(record: AuditRecord): Promise<void>;
}
