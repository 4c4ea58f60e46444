import * as grpc from "@grpc/grpc-js";
import { MESSAGE_LIMITS } from "./limits";

/** A gRPC server on this machine's loopback interface. */
export interface LoopbackServer {
  /** `127.0.0.1:PORT`. */
  address: string;
  close(): void;
}

/** Serves on a free port of 127.0.0.1 and nowhere else. */
export async function serveOnLoopback(register: (server: grpc.Server) => void): Promise<LoopbackServer> {
  const server = new grpc.Server(MESSAGE_LIMITS);
  register(server);
  const port = await new Promise<number>((resolve, reject) =>
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    ),
  );
  return { address: `127.0.0.1:${port}`, close: () => server.forceShutdown() };
}

/** Answers a unary call with a promise; what it rejects with becomes the call's error. */
export function answer<Request, Response>(
  handle: (request: Request, call: grpc.ServerUnaryCall<Request, Response>) => Promise<Response>,
): grpc.handleUnaryCall<Request, Response> {
  return (call, callback) => {
    handle(call.request, call).then(
      (response) => callback(null, response),
      (error: unknown) => callback(asServiceError(error)),
    );
  };
}

function asServiceError(error: unknown): Partial<grpc.StatusObject> {
  if (isServiceError(error)) return { code: error.code, details: error.details };
  return { code: grpc.status.UNKNOWN, details: error instanceof Error ? error.message : String(error) };
}

export function isServiceError(error: unknown): error is grpc.ServiceError {
  return error instanceof Error && "code" in error && "details" in error;
}
