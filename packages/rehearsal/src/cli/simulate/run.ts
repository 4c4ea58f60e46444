import { once } from "node:events";
import { serveProviders } from "@ringfence/simulator/provider";
import { createWorld } from "@ringfence/simulator/world";
import { UsageError } from "../../engine";
import type { SimulateFlags } from "./command";
import { simulatedPackages } from "./simulated-packages";

/** Serves the simulated Azure until it is told to stop. The line to evaluate is all that goes to the standard output. */
export async function simulate({ port, state, provider = [] }: SimulateFlags): Promise<void> {
  const world = unlessUnusable(() => createWorld({ file: state }));
  const server = await serveProviders(world, { port }).catch((error: Error) => {
    const why = error.message.includes("EADDRINUSE") ? "another program listens there" : error.message;
    throw new UsageError(`port ${port ?? 0} of 127.0.0.1 cannot be served: ${why}; give another --port`);
  });
  const attached = [...new Set([...simulatedPackages, ...provider])].map((name) => `${name}:${server.port}`);
  process.stdout.write(`export PULUMI_DEBUG_PROVIDERS=${attached.join(",")}\n`);
  process.stderr.write(
    `\nThe simulated Azure serves on ${server.address}${state === undefined ? "" : ` and is kept in ${state}`}. ` +
      "Put the line above into another terminal and use pulumi there.\nCtrl-C ends it.\n",
  );
  await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
  await server.close();
}

/** A state file that holds something else is the user's to mend. */
function unlessUnusable<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
