import { once } from "node:events";
import { type ProviderServer, serveProviders } from "@ringfence/simulator/provider";
import { createWorld } from "@ringfence/simulator/world";
import { UsageError } from "../../engine";
import type { SimulateFlags } from "./command";
import { refusePort } from "./refuse-port";
import { openRest, wantsRest } from "./rest-door";
import { simulatedPackages } from "./simulated-packages";

/** Serves the simulated Azure until it is told to stop. The lines to evaluate are all that goes to the standard output. */
export async function simulate(flags: SimulateFlags): Promise<void> {
  const { port, state, provider = [] } = flags;
  const world = unlessUnusable(() => createWorld({ file: state }));
  const server = await serveProviders(world, { port }).catch(refusePort(port, "--port"));
  const rest = wantsRest(flags) ? await openRest(world, flags).catch(closing(server)) : undefined;
  const attached = [...new Set([...simulatedPackages, ...provider])].map((name) => `${name}:${server.port}`);
  const lines = { PULUMI_DEBUG_PROVIDERS: attached.join(","), ...rest?.variables };
  for (const [name, value] of Object.entries(lines)) process.stdout.write(`export ${name}=${value}\n`);
  const doors = rest === undefined ? server.address : `${server.address} and ${rest.address}`;
  process.stderr.write(
    `\nThe simulated Azure serves on ${doors}${state === undefined ? "" : ` and is kept in ${state}`}. ` +
      `Put the ${rest === undefined ? "line" : "lines"} above into another terminal and use pulumi there.\nCtrl-C ends it.\n`,
  );
  await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
  await rest?.close();
  await server.close();
}

/** Closes what is open already before the mistake is told, so that the program ends. */
function closing(server: ProviderServer): (error: Error) => Promise<never> {
  return async (error) => {
    await server.close();
    throw error;
  };
}

/** A state file that holds something else is the user's to mend. */
function unlessUnusable<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
