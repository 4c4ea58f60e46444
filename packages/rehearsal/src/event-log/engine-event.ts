/**
 * The events of Pulumi's engine that `--event-log` writes, one JSON object on a line, as far as reports need them.
 * Taken from pulumi/pulumi, sdk/go/common/apitype/events.go. Of the fields of an event one is there, which says its kind.
 */
export interface EngineEvent {
  /** Seconds since 1970. */
  timestamp?: number;
  preludeEvent?: object;
  summaryEvent?: { durationSeconds?: number; isPreview?: boolean; PolicyPacks?: Record<string, string> };
  resourcePreEvent?: { metadata: StepMetadata };
  resOutputsEvent?: { metadata: StepMetadata };
  resOpFailedEvent?: { metadata: StepMetadata };
  diagnosticEvent?: { urn?: string; message: string; severity: string; ephemeral?: boolean };
  errorEvent?: { error: string };
  policyEvent?: PolicyEvent;
  policyAnalyzeSummaryEvent?: PolicySummaryEvent;
  policyAnalyzeStackSummaryEvent?: PolicySummaryEvent;
}

/** A violation. */
export interface PolicyEvent {
  resourceUrn?: string;
  message: string;
  policyName: string;
  policyPackName: string;
  policyPackVersion?: string;
  policyPackVersionTag?: string;
  enforcementLevel: string;
  /** Older engines leave it out. */
  severity?: string;
}

/** Which policies a resource, or the stack, has passed. Those that did not apply are in neither list. */
export interface PolicySummaryEvent {
  resourceUrn?: string;
  policyPackName: string;
  policyPackVersion?: string;
  policyPackVersionTag?: string;
  passed?: string[];
  failed?: string[];
}

/** What the engine does to one resource. */
export interface StepMetadata {
  op: string;
  urn: string;
  type: string;
  old?: StepState | null;
  new?: StepState | null;
}

/** A resource before or after that. */
export interface StepState {
  type: string;
  urn: string;
  custom?: boolean;
  id?: string;
  parent?: string;
  protect?: boolean;
  inputs?: Record<string, unknown>;
  outputs?: Record<string, unknown>;
}
