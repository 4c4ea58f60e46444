import type { Command } from "commander";
import type { Surroundings } from "./surroundings";

/** What a file in `commands/` exports. It is loaded only when its command is the one that was typed. */
export interface CommandModule {
  /** Adds the command's own options, arguments and commands below it, and what it does. */
  define(command: Command, surroundings: Surroundings): void;
}
