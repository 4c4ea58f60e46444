import type { Problem } from "@ringfence/core/problems";
import type { SettingName } from "./configuration";
import { settings } from "./settings";

/** That settings are missing, and how to give them. */
export function missingSettings(names: readonly SettingName[]): Problem[] {
  return names.map((name) => {
    const { variable, means } = settings[name];
    return { path: variable, problem: `missing; ${means}; set the variable, or ${name} in the file of --config` };
  });
}
