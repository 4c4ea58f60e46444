import { Command, InvalidArgumentError } from "commander";

const details = `
Pulumi's own CLI finds a provider that already runs by the variable PULUMI_DEBUG_PROVIDERS. Start this in one
terminal, and in another one:

  $ export PULUMI_DEBUG_PROVIDERS=…          the line that this command prints
  $ export PULUMI_BACKEND_URL=file://~       keeps the rehearsed state apart from the real one
  $ export PULUMI_CONFIG_PASSPHRASE=         for a local state
  $ pulumi up --stack dev

With --rest Azure's own clients have a door as well: Azure Resource Manager, Key Vault and the other services that
jobs use, over HTTPS on localhost. The lines that are printed for it bring the clients of Node.js programs there, and
GET /_control lists how to move the clock, inject faults and raise alerts.

No account and no login is needed, and nothing is deployed. The simulated Azure forgets everything when this command
ends, unless --state names a file.`;

/** What the command line says, as it was parsed. */
export interface SimulateFlags {
  port?: number;
  state?: string;
  provider?: string[];
  rest?: boolean;
  restPort?: number;
  authorize?: boolean;
  queueEndpoint?: string;
}

const each = (value: string, before: string[] = []): string[] => [...before, value];

/** `ringfence simulate`. */
export function simulateCommand(): Command {
  return new Command("simulate")
    .helpOption("-h, --help", "explain this command")
    .description("serve the simulated Azure to Pulumi's own CLI until Ctrl-C")
    .option("-p, --port <port>", "port on 127.0.0.1 (default: a free one)", portFrom)
    .option("--state <file>", "keep the simulated Azure in this file between runs")
    .option("--provider <package>", "a package to speak for besides the usual ones; repeat for more", each)
    .option("--rest", "serve Azure's own clients too, over HTTPS")
    .option("--rest-port <port>", "port of that door on 127.0.0.1 (default: a free one)", portFrom)
    .option("--authorize", "let the role assignments in the simulated Azure decide what those clients may do")
    .option("--queue-endpoint <url>", "where Event Grid puts messages, such as Azurite's queue service")
    .addHelpText("after", details)
    .action(async (flags: SimulateFlags) => {
      // What gRPC would log is said in an error of our own.
      process.env.GRPC_VERBOSITY ??= "NONE";
      const { simulate } = require("./run") as typeof import("./run");
      await simulate(flags);
    });
}

function portFrom(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError("A port is a whole number up to 65535.");
  return port;
}
