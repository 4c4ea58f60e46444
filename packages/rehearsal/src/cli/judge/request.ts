import type { JudgeStateOptions } from "../../engine";
import type { OutputFlags } from "../outputs/flags";
import { configValues, packOptions } from "../pack-options";

/** What the command line says, as it was parsed. */
export interface JudgeFlags extends OutputFlags {
  state: string;
  policyPack?: string[];
  policyPackConfig?: string[];
  stack?: string;
  config?: string[];
}

/** The same as the engine takes it, or everything that is wrong with it. */
export function judgementFrom({
  state,
  policyPack = [],
  policyPackConfig = [],
  stack,
  config = [],
}: JudgeFlags): { options: JudgeStateOptions } | { problems: string[] } {
  const problems: string[] = [];
  const policyPacks = packOptions(policyPack, policyPackConfig, problems);
  const values = configValues(config, problems);
  if (problems.length > 0) return { problems };
  return {
    options: {
      stateFile: state,
      ...(policyPacks && { policyPacks }),
      ...(stack && { stack }),
      ...(values && { config: values }),
    },
  };
}
