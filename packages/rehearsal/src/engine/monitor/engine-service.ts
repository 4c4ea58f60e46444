import type { UntypedServiceImplementation } from "@grpc/grpc-js";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import * as engine from "@pulumi/pulumi/proto/engine_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import type { LogLine } from "../../document";
import { answer, type LoopbackServer, serveOnLoopback } from "../rpc/server";

/** Debug lines are not among them: the SDK writes several for every resource, as the CLI shows only when asked to. */
const SEVERITIES: ReadonlyMap<engine.LogSeverity, LogLine["severity"]> = new Map([
  [engine.LogSeverity.INFO, "info"],
  [engine.LogSeverity.WARNING, "warning"],
  [engine.LogSeverity.ERROR, "error"],
]);

/** Serves Pulumi's Engine: what programs, packs and providers log, and who the root resource is. */
export async function serveEngine(onLog: (line: LogLine) => void): Promise<LoopbackServer> {
  let root = "";
  const service = {
    log: answer(async (request: engine.LogRequest) => {
      const urn = request.getUrn();
      const severity = SEVERITIES.get(request.getSeverity());
      if (severity && !request.getEphemeral())
        onLog({ severity, message: request.getMessage(), ...(urn ? { urn } : {}) });
      return new Empty();
    }),
    getRootResource: answer(async () => new engine.GetRootResourceResponse().setUrn(root)),
    setRootResource: answer(async (request: engine.SetRootResourceRequest) => {
      root = request.getUrn();
      return new engine.SetRootResourceResponse();
    }),
    startDebugging: answer(async () => new Empty()),
    requirePulumiVersion: answer(async () => new engine.RequirePulumiVersionResponse()),
  };
  return serveOnLoopback((server) =>
    server.addService(EngineService, service as unknown as UntypedServiceImplementation),
  );
}
