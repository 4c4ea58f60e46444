/** What `--json` writes and every report is made from. Secrets are `"[secret]"` and unknown values `"<unknown>"`. */
export interface RehearsalDocument {
  /** Raised when a field changes its meaning or goes away; new fields do not raise it. */
  version: 1;
  /** The project's name in Pulumi.yaml. */
  project: string;
  /** The machine-independent moment of the rehearsal, ISO 8601. */
  at: string;
  stacks: StackRehearsal[];
  /** What it tells of; a rehearsal where left out. */
  origin?: Origin;
  /** The project's folder in its repository, `infra/claims`; absent for the repository's root, and where none is known. */
  folder?: string;
}

/** A rehearsal, the judgement of an exported stack, or the event log of a run of Pulumi's own engine. */
export type Origin = "rehearsal" | "state" | "event-log";

/** One stack's rehearsal. */
export interface StackRehearsal {
  stack: string;
  /** `state` where an exported stack was judged and no program ran. */
  mode: "preview" | "up" | "state";
  resources: RehearsedResource[];
  verdicts: Verdict[];
  /** The stack's outputs, as `pulumi stack output --json` shows them without `--show-secrets`. */
  outputs: Record<string, unknown>;
  refusals: Refusal[];
  /** Wall-clock seconds. */
  seconds: number;
  /** The packs that judged, with what their rules say of themselves. */
  packs: RehearsedPack[];
  /** Resource types that the simulated Azure accepts without knowing them in detail. */
  unmodelledTypes: string[];
  /** What the reader must know, for example that an encrypted config value became a placeholder. */
  notes: string[];
  /** What the program logged, in order. */
  log: LogLine[];
  /** What the second pass would change; only with `--twice`. */
  secondPass?: Changes;
  /** Where the program declares what was refused or kept out and is not among the resources, by URN. */
  refusedAt?: Record<string, SourcePosition>;
  /** Why the program stopped, with its own stack trace; only if it did. */
  programError?: string;
}

/** One registered resource. */
export interface RehearsedResource {
  urn: string;
  type: string;
  name: string;
  /** The parent's URN; absent for the stack itself. */
  parent?: string;
  custom: boolean;
  /** Whether the resource was read (`.get`) and not created. */
  read?: boolean;
  inputs: Record<string, unknown>;
  outputs: Record<string, unknown>;
  /** The Azure id, where known. */
  id?: string;
  dependencies: string[];
  propertyDependencies: Record<string, string[]>;
  protect: boolean;
  /** Where the program declares it, or the component that it belongs to; absent where that is not known. */
  source?: SourcePosition;
}

/** A place in the program's own files. */
export interface SourcePosition {
  /** Relative to the folder of Pulumi.yaml, with forward slashes. */
  file: string;
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
}

/** What one rule says of one resource, or of the stack. */
export interface Verdict {
  pack: string;
  rule: string;
  outcome: Outcome;
  level: "advisory" | "mandatory" | "remediate" | "disabled";
  severity: RuleSeverity;
  /** The resource; absent where the stack as a whole is judged. */
  urn?: string;
  message: string;
}

export type Outcome = "pass" | "fail" | "waived" | "undetermined" | "not-applicable";
export type RuleSeverity = "low" | "medium" | "high" | "critical" | "unspecified";

/** Azure, as simulated, refuses a resource. */
export interface Refusal {
  urn: string;
  /** Azure's error code, for example `ParentResourceNotFound`. */
  code: string;
  /** The HTTP status that Azure answers with; 0 where the provider refuses before asking Azure. */
  status: number;
  message: string;
}

/** A pack and its rules. */
export interface RehearsedPack {
  name: string;
  version: string;
  rules: RehearsedRule[];
}

/** What a rule says of itself. */
export interface RehearsedRule {
  name: string;
  title: string;
  description: string;
  severity: RuleSeverity;
  level: Verdict["level"];
  /** What to do about a violation, where the rule says so. */
  fix?: string;
  url?: string;
  /** Whether it judges resources one by one or the stack as a whole. */
  judges: "resource" | "stack";
}

/** A line of the program's log. */
export interface LogLine {
  severity: "debug" | "info" | "warning" | "error";
  message: string;
  urn?: string;
}

/** Counts of what a pass over the program would do to the state before it. */
export interface Changes {
  create: string[];
  update: string[];
  replace: string[];
  delete: string[];
  same: number;
}
