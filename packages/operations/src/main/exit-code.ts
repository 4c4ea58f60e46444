/** Exit codes of every command. Container Apps counts every other than 0 as a failed execution, which is an alert. */
export const ExitCode = {
  /** Everything that was due is done, or there was nothing to do. */
  Done: 0,
  /** It ran to its end and found what a person must look at: a broken audit, a secret that cannot be renewed. */
  Found: 1,
  /** Wrong usage or configuration; nothing was begun. */
  Unusable: 2,
  /** It stopped with an error; the next run carries on from the journal. */
  Failed: 3,
  /** An action was refused: automation is stopped, or an approval is missing. */
  Refused: 4,
} as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];
