import { serveProviders } from "@ringfence/simulator/provider";
import { createWorld, type World } from "@ringfence/simulator/world";
import type { RehearsalDocument } from "../document";
import type { ProgressEvent } from "./progress";
import { rehearseAgainst } from "./rehearse-against";

/** What to rehearse, and how. */
export interface RehearseOptions {
  /** The project's directory, or one inside it. */
  directory: string;
  /** Left out: every stack that has a `Pulumi.<stack>.yaml`; a project without any is rehearsed as stack `dev`. */
  stacks?: string[];
  /** `preview` keeps values unknown that only Azure can give; `up` creates in the simulated Azure. */
  mode: "preview" | "up";
  /** Left out: those that the project's package.json lists, else all in its `policy-packs` folder. */
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
 * no login, no network. All stacks live in one Azure, as they do when one person deploys them. Throws a UsageError for
 * what cannot be rehearsed; what a program, a policy or Azure has to say is in the document.
 *
 * @param world The Azure to deploy to, for whoever goes on working in it; an empty one of its own if left out.
 */
export async function rehearse(options: RehearseOptions, world: World = createWorld()): Promise<RehearsalDocument> {
  const servers: Awaited<ReturnType<typeof serveProviders>>[] = [];
  const providers = {
    /** A door of its own for each provider resource, so that their configurations stay apart. */
    async start(): Promise<string> {
      const server = await serveProviders(world);
      servers.push(server);
      return server.address;
    },
    echoes: (token: string) => world.echoedTypes.has(token),
  };
  try {
    return await rehearseAgainst(
      { providers, unmodelledTypes: () => world.unmodelledTypes, assumptions: () => world.assumptions },
      options,
    );
  } finally {
    await Promise.all(servers.map((server) => server.close()));
  }
}
