/** What happens during a rehearsal, in order of each stack; stacks interleave. */
export type ProgressEvent =
  | { kind: "stack-started"; stack: string }
  | {
      kind: "resource";
      stack: string;
      urn: string;
      action: "create" | "update" | "replace" | "same" | "read" | "refused";
    }
  | { kind: "violation"; stack: string; pack: string; rule: string; level: "advisory" | "mandatory"; urn?: string }
  | { kind: "stack-finished"; stack: string; seconds: number };
