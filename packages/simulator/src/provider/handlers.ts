import {
  type handleUnaryCall,
  type ServerUnaryCall,
  type ServiceError,
  status,
  type UntypedServiceImplementation,
} from "@grpc/grpc-js";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import * as wire from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { fromStruct, type Properties, sameValue, toStruct } from "../values";
import type { World } from "../world";
import { Configurations } from "./configurations";
import type { Autonaming, ResourceRequest } from "./package-provider";
import { packageProviders } from "./packages";
import { writeDiff } from "./write-diff";

const { version } = require("../../package.json") as { version: string };

/** The calls of Pulumi's provider protocol, each read from the wire, answered by the package it is about, written back. */
export function handlers(world: World): UntypedServiceImplementation {
  const configurations = new Configurations();
  const providerOf = packageProviders(world);

  function about(
    call: ServerUnaryCall<{ getUrn(): string; getType(): string; getName(): string }, unknown>,
  ): ResourceRequest {
    const urn = call.request.getUrn();
    const type = call.request.getType() || (urn.split("::")[2]?.split("$").at(-1) ?? "");
    return {
      urn,
      type,
      name: call.request.getName() || urn.split("::").slice(3).join("::"),
      config: configurations.of(call.getPeer(), packageOf(type)),
    };
  }

  return {
    handshake: answer(() => {
      const response = new wire.ProviderHandshakeResponse();
      response.setAcceptSecrets(true);
      response.setAcceptResources(true);
      response.setSupportsAutonamingConfiguration(true);
      return response;
    }),
    attach: answer(() => new Empty()),
    cancel: answer(() => new Empty()),
    getPluginInfo: answer(() => {
      const info = new PluginInfo();
      info.setVersion(version);
      return info;
    }),
    getSchema: answer(() => {
      const response = new wire.GetSchemaResponse();
      response.setSchema("{}");
      return response;
    }),
    parameterize: answer((call: ServerUnaryCall<wire.ParameterizeRequest, unknown>) => {
      const response = new wire.ParameterizeResponse();
      const value = call.request.getValue();
      const [module = "azure-native", apiVersion = version] = call.request.getArgs()?.getArgsList() ?? [];
      response.setName(value?.getName() ?? `azure-native_${module}_v${apiVersion.replaceAll("-", "")}`);
      response.setVersion(value?.getVersion() ?? version);
      return response;
    }),
    checkConfig: answer((call: ServerUnaryCall<wire.CheckRequest, unknown>) => {
      const response = new wire.CheckResponse();
      response.setInputs(call.request.getNews());
      return response;
    }),
    diffConfig: answer((call: ServerUnaryCall<wire.DiffRequest, unknown>) => {
      const response = new wire.DiffResponse();
      const before = fromStruct(call.request.getOldInputs() ?? call.request.getOlds());
      const same = sameValue(before, fromStruct(call.request.getNews()));
      response.setChanges(same ? wire.DiffResponse.DiffChanges.DIFF_NONE : wire.DiffResponse.DiffChanges.DIFF_SOME);
      return response;
    }),
    configure: answer((call: ServerUnaryCall<wire.ConfigureRequest, unknown>) => {
      configurations.set(call.getPeer(), call.request);
      const response = new wire.ConfigureResponse();
      response.setAcceptsecrets(true);
      response.setSupportspreview(true);
      response.setAcceptresources(true);
      response.setSupportsAutonamingConfiguration(true);
      return response;
    }),
    check: answer(async (call: ServerUnaryCall<wire.CheckRequest, unknown>) => {
      const request = about(call);
      const checked = await providerOf(request.type).check({
        ...request,
        oldInputs: fromStruct(call.request.getOlds()),
        inputs: fromStruct(call.request.getNews()),
        seed: call.request.getRandomseed_asU8(),
        ...autonamingOf(call.request),
      });
      const response = new wire.CheckResponse();
      response.setInputs(toStruct(checked.inputs));
      response.setFailuresList(
        checked.failures.map(({ property, reason }) => {
          const failure = new wire.CheckFailure();
          failure.setProperty(property);
          failure.setReason(reason);
          return failure;
        }),
      );
      return response;
    }),
    diff: answer(async (call: ServerUnaryCall<wire.DiffRequest, unknown>) => {
      const request = about(call);
      const oldOutputs = fromStruct(call.request.getOlds());
      const diff = await providerOf(request.type).diff({
        ...request,
        id: call.request.getId(),
        oldOutputs,
        oldInputs: call.request.hasOldInputs() ? fromStruct(call.request.getOldInputs()) : oldOutputs,
        inputs: fromStruct(call.request.getNews()),
        ignoreChanges: call.request.getIgnorechangesList(),
      });
      return writeDiff(diff);
    }),
    create: answer(async (call: ServerUnaryCall<wire.CreateRequest, unknown>) => {
      const request = about(call);
      const created = await providerOf(request.type).create({
        ...request,
        inputs: fromStruct(call.request.getProperties()),
        preview: call.request.getPreview(),
      });
      const response = new wire.CreateResponse();
      response.setId(created.id);
      response.setProperties(toStruct(created.outputs));
      return response;
    }),
    read: answer(async (call: ServerUnaryCall<wire.ReadRequest, unknown>) => {
      const request = about(call);
      const read = await providerOf(request.type).read({
        ...request,
        id: call.request.getId(),
        oldInputs: fromStruct(call.request.getInputs()),
        oldOutputs: fromStruct(call.request.getProperties()),
      });
      const response = new wire.ReadResponse();
      if (read === undefined) return response;
      response.setId(read.id);
      response.setInputs(toStruct(read.inputs));
      response.setProperties(toStruct(read.outputs));
      return response;
    }),
    update: answer(async (call: ServerUnaryCall<wire.UpdateRequest, unknown>) => {
      const request = about(call);
      const oldOutputs = fromStruct(call.request.getOlds());
      const outputs = await providerOf(request.type).update({
        ...request,
        id: call.request.getId(),
        inputs: fromStruct(call.request.getNews()),
        oldInputs: call.request.hasOldInputs() ? fromStruct(call.request.getOldInputs()) : oldOutputs,
        oldOutputs,
        preview: call.request.getPreview(),
      });
      const response = new wire.UpdateResponse();
      response.setProperties(toStruct(outputs));
      return response;
    }),
    delete: answer(async (call: ServerUnaryCall<wire.DeleteRequest, unknown>) => {
      const request = about(call);
      await providerOf(request.type).remove({
        ...request,
        id: call.request.getId(),
        inputs: fromStruct(call.request.getOldInputs()),
        outputs: fromStruct(call.request.getProperties()),
      });
      return new Empty();
    }),
    invoke: answer(async (call: ServerUnaryCall<wire.InvokeRequest, unknown>) => {
      const token = call.request.getTok();
      const result = await providerOf(token).invoke({
        token,
        args: fromStruct(call.request.getArgs()),
        preview: call.request.getPreview(),
        config: configurations.of(call.getPeer(), packageOf(token)),
      });
      const response = new wire.InvokeResponse();
      response.setReturn(toStruct(result as Properties));
      return response;
    }),
    getMapping: answer(() => new wire.GetMappingResponse()),
    getMappings: answer(() => new wire.GetMappingsResponse()),
    call: unimplemented("call"),
    construct: unimplemented("construct"),
    list: unimplemented("list"),
  };
}

function packageOf(token: string): string {
  return (token.split(":")[0] ?? "").split("_")[0] ?? "";
}

function autonamingOf(request: wire.CheckRequest): { autonaming?: Autonaming } {
  const options = request.getAutonaming();
  if (options === undefined) return {};
  const modes = wire.CheckRequest.AutonamingOptions.Mode;
  const mode =
    options.getMode() === modes.ENFORCE ? "enforce" : options.getMode() === modes.DISABLE ? "disable" : "propose";
  return { autonaming: { mode, proposedName: options.getProposedName() } };
}

type Call<Request> = ServerUnaryCall<Request, unknown>;

function answer<Request>(make: (call: Call<Request>) => unknown): handleUnaryCall<Request, unknown> {
  return (call, callback) => {
    Promise.resolve()
      .then(() => make(call))
      .then(
        (response) => callback(null, response),
        (error: Error) => callback(asServiceError(error)),
      );
  };
}

function asServiceError(error: Error): Partial<ServiceError> {
  return {
    code: (error as Partial<ServiceError>).code ?? status.UNKNOWN,
    details: error.message,
    message: error.message,
  };
}

function unimplemented(method: string): handleUnaryCall<unknown, unknown> {
  return answer(() => {
    throw Object.assign(new Error(`the simulator does not answer ${method}`), { code: status.UNIMPLEMENTED });
  });
}
