import { Server, ServerCredentials } from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import type { World } from "../world";
import { handlers } from "./handlers";

export interface ServeOptions {
  /** Port on the loopback address; 0, the default, takes a free one. */
  port?: number;
}

/** A running door for Pulumi's engine. */
export interface ProviderServer {
  port: number;
  /** `127.0.0.1:PORT`. */
  address: string;
  /** Ends the server and every connection. */
  close(): Promise<void>;
}

/** Pulumi's own limit for a message, 400 MB: a Kubernetes manifest or an archive can be large. */
const LARGEST_MESSAGE = 400 * 1024 * 1024;

/**
 * Serves a simulated Azure, and stand-ins for the other packages that programs use, to Pulumi's engine.
 *
 * @throws Error when the port is taken.
 */
export async function serveProviders(world: World, options: ServeOptions = {}): Promise<ProviderServer> {
  const server = new Server({
    "grpc.max_receive_message_length": LARGEST_MESSAGE,
    "grpc.max_send_message_length": LARGEST_MESSAGE,
  });
  server.addService(ResourceProviderService, handlers(world));
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync(`127.0.0.1:${options.port ?? 0}`, ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });
  return {
    port,
    address: `127.0.0.1:${port}`,
    close: async () => server.forceShutdown(),
  };
}
