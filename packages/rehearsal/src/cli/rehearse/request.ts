import type { RehearseOptions } from "../../engine";
import type { OutputFlags } from "../outputs/flags";
import { configValues, packOptions } from "../pack-options";

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
  const policyPacks = packOptions(policyPack, policyPackConfig, problems);
  const values = configValues(config, problems);
  if (problems.length > 0) return { problems };
  return {
    options: {
      directory,
      mode,
      ...(stack && { stacks: stack }),
      ...(policyPacks && { policyPacks }),
      ...(values && { config: values }),
      ...(twice && { twice }),
    },
  };
}
