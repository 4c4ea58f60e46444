import type { ActionId } from "@ringfence/core/actions";
import type { Actor } from "./actor";

/** How far an approval has come. */
export const ApprovalState = { Requested: "requested", Granted: "granted", Used: "used" } as const;
export type ApprovalState = (typeof ApprovalState)[keyof typeof ApprovalState];

/** An approval as the journal keeps it. */
export interface Approval {
  readonly id: string;
  readonly state: ApprovalState;
  readonly action: ActionId;
  readonly target: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly targetState: string;
  /** The hash of the four above. */
  readonly binding: string;
  readonly why: string;
  readonly requestedBy: Actor;
  readonly requestedAt: string;
  /** Later it cannot be granted. */
  readonly grantBefore: string;
  readonly grantedBy?: Actor;
  readonly grantedAt?: string;
  /** Later it cannot be used. */
  readonly useBefore?: string;
  /** The run that it was used by. */
  readonly usedBy?: string;
  readonly usedAt?: string;
}

/** An approval cannot be asked for, given or used, and why. */
export class ApprovalRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = "ApprovalRefused";
  }
}
