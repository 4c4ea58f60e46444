import type { RotationEntry } from "./entry";

/** The kinds of next step. */
export const StepKind = {
  /** Write the entry, and look again. */
  Write: "write",
  /** Take an unfinished effect over from an earlier worker: what that one sent may still be on its way. */
  TakeOver: "take-over",
  /** Give the target slot a new key. */
  Regenerate: "regenerate",
  /** Find out whether the target's key is new and works. */
  Verify: "verify",
  /** Write the target's key into the vault. */
  Publish: "publish",
  /** Make consumers read again. */
  Force: "force",
  /** Kill the old key. */
  Retire: "retire",
  /** Have the service refuse the old value, and switch its version off. */
  Prove: "prove",
  /** Look again after a while. */
  Pause: "pause",
  /** End the run; the rest is for a later one. */
  End: "end",
} as const;
export type StepKind = (typeof StepKind)[keyof typeof StepKind];

/** How a run ended. */
export const Verdict = {
  /** A rotation is complete. */
  Done: "done",
  /** Nothing is due. */
  NotDue: "not-due",
  /** The version that was asked about is not the newest any more. */
  Duplicate: "duplicate",
  /** The new key is published; the old one is retired when everybody has the new one. */
  Overlapping: "overlapping",
  /** Another worker is at it. */
  InProgress: "in-progress",
  /** Not done, and not to be done, without a person. */
  Refused: "refused",
  /** Tried and not finished; the journal knows how far it is, and the next run goes on. */
  Failed: "failed",
  /** Only described. */
  Rehearsed: "rehearsed",
} as const;
export type Verdict = (typeof Verdict)[keyof typeof Verdict];

/** A step that has an effect outside, under an entry that says so already. */
export interface EffectStep {
  readonly kind:
    | typeof StepKind.Regenerate
    | typeof StepKind.Verify
    | typeof StepKind.Publish
    | typeof StepKind.Force
    | typeof StepKind.Retire
    | typeof StepKind.Prove;
  readonly entry: RotationEntry;
}

/** What to do next. */
export type Step =
  | EffectStep
  | {
      readonly kind: typeof StepKind.Write | typeof StepKind.TakeOver;
      readonly entry: RotationEntry;
      readonly because: string;
    }
  | { readonly kind: typeof StepKind.Pause; readonly milliseconds: number; readonly because: string }
  | { readonly kind: typeof StepKind.End; readonly verdict: Verdict; readonly because: string; readonly until?: Date };
