import type { Command } from "commander";

/** The options that every command has. */
export interface CommonFlags {
  /** Describe what would be done and do nothing. */
  readonly dryRun?: boolean;
  /** Do one pass, or deal with one message, and end. */
  readonly once?: boolean;
  /** Print the result as JSON. */
  readonly json?: boolean;
  /** The person who asks, where the program is signed in as an application. */
  readonly as?: string;
  /** A file of settings; the environment goes before it. */
  readonly config?: string;
}

export function withCommonFlags(command: Command): Command {
  return command
    .option("--dry-run", "say what would be done, and change nothing")
    .option("--once", "do one pass, or deal with one message, and end")
    .option("--json", "print the result as JSON")
    .option("--as <person>", "who asks, where the program is signed in as an application")
    .option("--config <file>", "settings in YAML or JSON; the environment goes before it");
}
