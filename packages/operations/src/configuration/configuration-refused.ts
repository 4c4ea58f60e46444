import type { Problem } from "@ringfence/core/problems";

/** The configuration is wrong; the message lists every mistake, one a line. */
export class ConfigurationRefused extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(`the configuration is wrong:\n${problems.map(({ path, problem }) => `  ${path}: ${problem}`).join("\n")}`);
    this.name = "ConfigurationRefused";
  }
}
