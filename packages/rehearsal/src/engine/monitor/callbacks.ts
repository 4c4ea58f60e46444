import { credentials } from "@grpc/grpc-js";
import { CallbacksClient } from "@pulumi/pulumi/proto/callback_grpc_pb";
import { CallbackInvokeRequest, type CallbackInvokeResponse } from "@pulumi/pulumi/proto/callback_pb";
import { MESSAGE_LIMITS } from "../rpc/limits";
import { unary } from "../rpc/unary";

/** Calls functions in the program's process: transforms and hooks, which the program serves over gRPC. */
export class Callbacks {
  private readonly clients = new Map<string, CallbacksClient>();

  /** Calls the function under `token` at the program's callback address. */
  async invoke(target: string, token: string, request: Uint8Array): Promise<Uint8Array> {
    const message = new CallbackInvokeRequest().setToken(token).setRequest(request);
    const response = await unary<CallbackInvokeResponse>((done) => this.client(target).invoke(message, done));
    return response.getResponse_asU8();
  }

  close(): void {
    for (const client of this.clients.values()) client.close();
  }

  private client(target: string): CallbacksClient {
    const known = this.clients.get(target);
    if (known) return known;
    const client = new CallbacksClient(target, credentials.createInsecure(), MESSAGE_LIMITS);
    this.clients.set(target, client);
    return client;
  }
}
