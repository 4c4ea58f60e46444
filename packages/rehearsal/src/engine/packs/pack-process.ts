import type { ChildProcess } from "node:child_process";
import { endChild, startChild } from "../program/children";
import { findHost, packEnvironment, ROOMY, type StackIdentity } from "../program/node-host";
import { lines } from "../program/run-program";
import { UsageError } from "../usage-error";
import type { PackFile } from "./pack-file";

/** A started pack: the port it listens on, and the process. */
export interface PackProcess {
  address: string;
  end(): Promise<void>;
}

/** How long a pack may take to start, in milliseconds; one that ts-node type-checks takes its time. */
const START_TIMEOUT = 120_000;

/**
 * Starts a compiled pack (`typescript: false`) with the module that Pulumi's `cmd/run-policy-pack` starts packs with,
 * but says that there is no TypeScript to compile: loading the compiler would more than double the pack's start.
 */
const START_COMPILED = `require(process.argv[1]).run({
  argv: { _: [process.argv[2]] },
  programStarted() {},
  reportLoggedError() {},
  typeScript: false,
});`;

/** Starts a policy pack in Pulumi's own Node host, for one stack. Throws a UsageError with what the pack printed. */
export async function startPack(
  pack: PackFile,
  identity: StackIdentity,
  engineAddress: string,
  onLine: (line: string) => void,
): Promise<PackProcess> {
  const host = findHost("@pulumi/pulumi/cmd/run-policy-pack", pack.directory);
  const start = pack.runtime.typescript
    ? [host, engineAddress, pack.entryPoint]
    : ["-e", START_COMPILED, findHost("@pulumi/pulumi/cmd/run-policy-pack/run", pack.directory), pack.entryPoint];
  const child = startChild(process.execPath, [...ROOMY, ...pack.runtime.nodeArguments, ...start], {
    cwd: pack.directory,
    env: packEnvironment(identity, pack.runtime),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const port = await awaitPort(child, pack, onLine);
  return { address: `127.0.0.1:${port}`, end: () => endChild(child) };
}

/** The first line that a pack prints is its port; what follows is the pack's own. */
function awaitPort(child: ChildProcess, pack: PackFile, onLine: (line: string) => void): Promise<string> {
  const printed: string[] = [];
  return new Promise((resolve, reject) => {
    const fail = (why: string) => {
      clearTimeout(deadline);
      void endChild(child);
      reject(new UsageError([`policy pack ${pack.directory}: ${why}`, ...printed].join("\n").trimEnd()));
    };
    const deadline = setTimeout(() => fail(`did not start within ${START_TIMEOUT / 1000} s`), START_TIMEOUT);
    let started = false;
    const onText = (line: string) => {
      if (started) onLine(line);
      else if (/^\d+$/.test(line.trim())) {
        started = true;
        clearTimeout(deadline);
        resolve(line.trim());
      } else if (line !== "") printed.push(line);
    };
    child.stdout?.setEncoding("utf8").on("data", lines(onText));
    child.stderr?.setEncoding("utf8").on(
      "data",
      lines((line) => (started ? onLine(line) : printed.push(line))),
    );
    child.once("error", (error) => fail(`did not start: ${error.message}`));
    child.once("close", (code) => {
      if (!started) fail(`ended with code ${code} before it served`);
    });
  });
}
