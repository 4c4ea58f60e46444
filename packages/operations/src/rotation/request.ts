/** What is asked of a secret. */
export const RequestKind = {
  /** Renew it if the vault says that it is due. */
  IfDue: "if-due",
  /** Renew it now, due or not. */
  Now: "now",
  /** A version's value has leaked: replace it and kill it. */
  Revoke: "revoke",
  /** Kill the secret for good; nothing replaces it. */
  Withdraw: "withdraw",
} as const;
export type RequestKind = (typeof RequestKind)[keyof typeof RequestKind];

/** What somebody or something wants done with a secret. Whether it is done is decided from the vault and the journal. */
export interface RotationRequest {
  readonly kind: RequestKind;
  /** Why, for the audit. */
  readonly reason: string;
  /** The version that it is about: that an event names, or that has leaked. */
  readonly version?: string;
}

/** Whether a value has leaked, so that keys die without regard to who uses them. */
export function isEmergency({ kind }: RotationRequest): boolean {
  return kind === RequestKind.Revoke || kind === RequestKind.Withdraw;
}
