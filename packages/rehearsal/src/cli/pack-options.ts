import type { PolicyPackOption } from "../engine";

/** The packs with their configurations, undefined where none are named. Adds what is wrong with them to `problems`. */
export function packOptions(
  packs: readonly string[],
  configs: readonly string[],
  problems: string[],
): PolicyPackOption[] | undefined {
  if (configs.length > 0 && configs.length !== packs.length)
    problems.push(
      `--policy-pack-config was given ${times(configs.length)} and --policy-pack ${times(packs.length)}; ` +
        "give one configuration for each pack, in the same order, or none",
    );
  return packs.length === 0 ? undefined : packs.map((directory, index) => ({ directory, configFile: configs[index] }));
}

/** Config values by key, undefined where none are given. Adds what is no `key=value` to `problems`. */
export function configValues(given: readonly string[], problems: string[]): Record<string, string> | undefined {
  const values = new Map<string, string>();
  for (const text of given) {
    const at = text.indexOf("=");
    if (at > 0) values.set(text.slice(0, at), text.slice(at + 1));
    else problems.push(`--config takes key=value, not ${JSON.stringify(text.slice(0, 40))}`);
  }
  return values.size > 0 ? Object.fromEntries(values) : undefined;
}

function times(count: number): string {
  return count === 1 ? "once" : count === 0 ? "never" : `${count} times`;
}
