/** Exit codes of every command. */
export const ExitCode = {
  /** Nothing found that stops a deployment. */
  Clean: 0,
  /** A mandatory violation, or Azure refuses something. */
  Blocked: 1,
  /** Wrong usage, or the program itself stopped with an error. */
  Unusable: 2,
} as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];
