import { UsageError } from "../../engine";

/** Says in the user's words why a port cannot be served. */
export function refusePort(port: number | undefined, flag: string): (error: Error) => never {
  return (error) => {
    const why = error.message.includes("EADDRINUSE") ? "another program listens there" : error.message;
    throw new UsageError(`port ${port ?? 0} of 127.0.0.1 cannot be served: ${why}; give another ${flag}`);
  };
}
