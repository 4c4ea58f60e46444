import type { RehearseOptions } from "../../engine";
import type { OutputFlags } from "../outputs/flags";

/** What the command line says, as it was parsed. */
export interface RehearseFlags extends OutputFlags {
  stack?: string[];
  all?: boolean;
  mode: "preview" | "up";
  policyPack?: string[];
  policyPackConfig?: string[];
  config?: string[];
  twice?: boolean;
}

/** The same as the engine takes it, or everything that is wrong with it. */
export function requestFrom(
  directory: string,
  flags: RehearseFlags,
): { options: RehearseOptions } | { problems: string[] } {
  const problems: string[] = [];
  const { stack, all, mode, policyPack = [], policyPackConfig = [], config = [], twice } = flags;
  if (stack && all) problems.push("--stack and --all exclude each other");
  if (policyPackConfig.length > 0 && policyPackConfig.length !== policyPack.length)
    problems.push(
      `--policy-pack-config was given ${times(policyPackConfig.length)} and --policy-pack ${times(policyPack.length)}; ` +
        "give one configuration for each pack, in the same order, or none",
    );
  const values = new Map<string, string>();
  for (const text of config) {
    const at = text.indexOf("=");
    if (at > 0) values.set(text.slice(0, at), text.slice(at + 1));
    else problems.push(`--config takes key=value, not ${JSON.stringify(text.slice(0, 40))}`);
  }
  if (problems.length > 0) return { problems };
  return {
    options: {
      directory,
      mode,
      ...(stack && { stacks: stack }),
      ...(policyPack.length > 0 && {
        policyPacks: policyPack.map((directory, index) => ({ directory, configFile: policyPackConfig[index] })),
      }),
      ...(values.size > 0 && { config: Object.fromEntries(values) }),
      ...(twice && { twice }),
    },
  };
}

function times(count: number): string {
  return count === 1 ? "once" : count === 0 ? "never" : `${count} times`;
}
