import type { ActionId } from "@ringfence/core/actions";

/** What somebody wants done. */
export interface ActionRequest {
  readonly action: ActionId;
  readonly target: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly why: string;
  readonly correlation: string;
  /** The approval that allows it, where the action needs one. */
  readonly approval?: string;
  /** What the target looked like when it was decided; an approval is bound to it. */
  readonly targetState?: string;
}

/** The action was not taken, and why: stopped by the switch, not approved, only rehearsed. Nothing has changed. */
export class ActionRefused extends Error {
  constructor(
    readonly action: ActionId,
    readonly because: "kill-switch" | "approval" | "precondition",
    message: string,
  ) {
    super(message);
    this.name = "ActionRefused";
  }
}

/** The only way to an effect: checks the switch and the approval, and writes the audit before and after. */
export interface Actions {
  /** Whether effects are only described (`--dry-run`); `perform` then resolves with undefined. */
  readonly dryRun: boolean;
  /** @throws ActionRefused, or whatever the effect throws, after it is recorded. */
  perform<T>(request: ActionRequest, effect: () => Promise<T>): Promise<T | undefined>;
}
