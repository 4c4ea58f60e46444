import type { Severity } from "@ringfence/core/severities";

/** Something a person should know. One incident a fingerprint; `resolved` closes it. */
export interface Notice {
  readonly fingerprint: string;
  readonly severity: Severity;
  readonly title: string;
  /** What was seen and what to do, in sentences; no secret. */
  readonly text: string;
  readonly runbook?: string;
  readonly resolved?: boolean;
}

/** Tells people. Telling the same twice is harmless. */
export interface Notifier {
  tell(notice: Notice): Promise<void>;
}
