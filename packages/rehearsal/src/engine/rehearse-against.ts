import { availableParallelism } from "node:os";
import type { RehearsalDocument } from "../document";
import type { ProviderHost } from "./deploy/provider-registry";
import { readPackConfig } from "./packs/pack-config";
import { packsOfProject, readPackFile } from "./packs/pack-file";
import { type StackConfig, stackConfig } from "./project/config";
import { loadProject } from "./project/project";
import { folderInRepository } from "./project/repository";
import { selectStacks } from "./project/stacks";
import type { PolicyPackOption, RehearseOptions } from "./rehearse";
import { rehearseStack } from "./stacks/rehearse-stack";
import { rehearseAll } from "./stacks/schedule";
import { UsageError } from "./usage-error";

/** What programs are rehearsed against. */
export interface Cloud {
  providers: ProviderHost;
  /** Resource types that it accepts without knowing them in detail. */
  unmodelledTypes(): ReadonlySet<string>;
  /** What it took for granted about single resources, by URN. */
  assumptions(): ReadonlyMap<string, string>;
}

/** Milliseconds in a minute. */
const MINUTE = 60_000;

/** How many minutes a program may take where nobody says otherwise. */
const TIMEOUT_MINUTES = 10;

/** Rehearses a project's stacks against a given cloud. See `rehearse`, which brings the simulated Azure. */
export async function rehearseAgainst(cloud: Cloud, options: RehearseOptions): Promise<RehearsalDocument> {
  const project = loadProject(options.directory);
  const stacks = selectStacks(project, options.stacks);
  const configs = allOrNothing(
    stacks.map((stack) => [stack.name, () => stackConfig(project, stack, options.config)] as const),
  );
  const packs = (options.policyPacks ?? packsOfProject(project.root).map((directory) => ({ directory }))).map(
    ({ directory, configFile }: PolicyPackOption) => ({
      file: readPackFile(directory),
      config: configFile === undefined ? undefined : readPackConfig(configFile),
    }),
  );
  const rehearsals = await rehearseAll(project.name, [...configs.keys()], availableParallelism(), (stack, references) =>
    rehearseStack(
      {
        project,
        stack,
        config: configs.get(stack) ?? { values: {}, secretKeys: [], notes: [] },
        mode: options.mode,
        twice: options.twice ?? false,
        packs,
        providers: cloud.providers,
        unmodelledTypes: () => cloud.unmodelledTypes(),
        assumptions: () => cloud.assumptions(),
        onProgress: options.onProgress ?? (() => undefined),
        timeout: (options.timeoutMinutes ?? TIMEOUT_MINUTES) * MINUTE,
      },
      references,
    ),
  );
  const folder = folderInRepository(project.root);
  return {
    version: 1,
    project: project.name,
    at: new Date().toISOString(),
    ...(folder && { folder }),
    stacks: rehearsals,
  };
}

/** Every stack's configuration, or one UsageError with the mistakes of all. */
function allOrNothing(stacks: (readonly [string, () => StackConfig])[]): Map<string, StackConfig> {
  const problems: string[] = [];
  const configs = new Map<string, StackConfig>();
  for (const [stack, read] of stacks) {
    try {
      configs.set(stack, read());
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      problems.push(error.message);
    }
  }
  if (problems.length > 0) throw new UsageError([...new Set(problems)].join("\n"));
  return configs;
}
