import type { Configuration, SettingName } from "./configuration";
import { ConfigurationRefused } from "./configuration-refused";
import { missingSettings } from "./missing";

/**
 * The configuration, in which the named settings are.
 * @throws ConfigurationRefused for those that are not
 */
export function mustHave<Needed extends SettingName>(
  configuration: Configuration,
  names: readonly Needed[],
): Configuration<Needed> {
  const missing = missingSettings(names.filter((name) => configuration[name] === undefined));
  if (missing.length > 0) throw new ConfigurationRefused(missing);
  return configuration as Configuration<Needed>;
}
