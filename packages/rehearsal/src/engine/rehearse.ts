import { availableParallelism } from "node:os";
import { serveProviders } from "@ringfence/simulator/provider";
import { createWorld } from "@ringfence/simulator/world";
import type { RehearsalDocument } from "../document";
import { readPackConfig } from "./packs/pack-config";
import { packsOfProject, readPackFile } from "./packs/pack-file";
import type { ProgressEvent } from "./progress";
import { type StackConfig, stackConfig } from "./project/config";
import { loadProject } from "./project/project";
import { selectStacks } from "./project/stacks";
import { rehearseStack } from "./stacks/rehearse-stack";
import { rehearseAll } from "./stacks/schedule";
import { UsageError } from "./usage-error";

/** What to rehearse, and how. */
export interface RehearseOptions {
  /** The project's directory, or one inside it. */
  directory: string;
  /** Left out: every stack that has a `Pulumi.<stack>.yaml`; a project without any is rehearsed as stack `dev`. */
  stacks?: string[];
  /** `preview` keeps values unknown that only Azure can give; `up` creates in the simulated Azure. */
  mode: "preview" | "up";
  /** Left out: the packs in the project's `policy-packs` folder. */
  policyPacks?: PolicyPackOption[];
  /** Configuration over the stacks' own, as `pulumi config set` takes it. */
  config?: Record<string, string>;
  /** Whether a second pass over the first's state says what it would change. */
  twice?: boolean;
  /** Minutes that one program may take; 10 where left out. */
  timeoutMinutes?: number;
  onProgress?: (event: ProgressEvent) => void;
}

/** A policy pack, and the file that configures it. */
export interface PolicyPackOption {
  directory: string;
  configFile?: string;
}

/**
 * Runs an unmodified Pulumi Node program, and unmodified policy packs, against a simulated Azure: no cloud account,
 * no login, no network. Throws a UsageError for what cannot be rehearsed; what a program, a policy or Azure has to
 * say is in the document.
 */
export async function rehearse(options: RehearseOptions): Promise<RehearsalDocument> {
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
  const world = createWorld();
  const servers: Awaited<ReturnType<typeof serveProviders>>[] = [];
  const providers = {
    async start(): Promise<string> {
      const server = await serveProviders(world);
      servers.push(server);
      return server.address;
    },
  };
  try {
    const rehearsals = await rehearseAll(
      project.name,
      stacks.map(({ name }) => name),
      availableParallelism(),
      (stack, references) =>
        rehearseStack(
          {
            project,
            stack,
            config: configs.get(stack) ?? { values: {}, secretKeys: [], notes: [] },
            mode: options.mode,
            twice: options.twice ?? false,
            packs,
            providers,
            unmodelledTypes: () => world.unmodelledTypes,
            onProgress: options.onProgress ?? (() => undefined),
            timeout: (options.timeoutMinutes ?? 10) * 60_000,
          },
          references,
        ),
    );
    return { version: 1, project: project.name, at: new Date().toISOString(), stacks: rehearsals };
  } finally {
    await Promise.all(servers.map((server) => server.close()));
  }
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
