import { isDeepStrictEqual } from "node:util";
import {
  Server,
  ServerCredentials,
  type ServerUnaryCall,
  status,
  type UntypedServiceImplementation,
} from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as wire from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { Cloud } from "../../src/engine/rehearse-against";
import { fromStruct } from "../../src/engine/values/struct";
import { revealed, UNKNOWN, type Value, type ValueMap } from "../../src/engine/values/wire";

/** A call that the provider got. */
export interface Call {
  method: string;
  urn: string;
  values: ValueMap;
}

/** A cloud for tests: every resource is what its inputs say, plus a computed output. */
export interface EchoCloud extends Cloud {
  calls: Call[];
  /** The most creates that were under way at once. */
  mostAtOnce(): number;
  close(): void;
}

/** Milliseconds that a create takes. */
const CREATE_TAKES = 30;

const struct = (map: ValueMap) => Struct.fromJavaScript(map as Parameters<typeof Struct.fromJavaScript>[0]);

/**
 * Inputs that steer it: `refuse` fails the create with that message, `invalid` fails the check with that reason, a
 * change of `zone` asks for a replacement. A resource without `name` gets one made of its own and the seed.
 */
export function echoCloud(options: { acceptSecrets?: boolean } = {}): EchoCloud {
  const calls: Call[] = [];
  const servers: Server[] = [];
  let underWay = 0;
  let most = 0;
  const answer =
    <Request>(handle: (request: Request) => Promise<unknown> | unknown) =>
    (call: ServerUnaryCall<Request, unknown>, callback: (error: unknown, response?: unknown) => void) => {
      Promise.resolve()
        .then(() => handle(call.request))
        .then(
          (response) => callback(null, response),
          (error: Error) => callback({ code: status.UNKNOWN, details: error.message }),
        );
    };
  const outputsOf = (inputs: ValueMap, urn: string, preview: boolean): ValueMap => ({
    ...inputs,
    computed: preview ? UNKNOWN : `computed-${urn.split("::").at(-1)}`,
  });
  const service = {
    handshake: answer(() => new wire.ProviderHandshakeResponse()),
    checkConfig: answer((request: wire.CheckRequest) => new wire.CheckResponse().setInputs(request.getNews())),
    configure: answer((request: wire.ConfigureRequest) => {
      calls.push({ method: "configure", urn: request.getUrn() ?? "", values: fromStruct(request.getArgs()) });
      const response = new wire.ConfigureResponse().setSupportspreview(true).setAcceptresources(true);
      return response.setAcceptsecrets(options.acceptSecrets ?? true);
    }),
    check: answer((request: wire.CheckRequest) => {
      const olds = fromStruct(request.getOlds());
      const news = fromStruct(request.getNews());
      calls.push({ method: "check", urn: request.getUrn(), values: news });
      const suffix = Buffer.from(request.getRandomseed_asU8()).toString("hex").slice(0, 8);
      const name: Value = news.name ?? olds.name ?? `${request.getName()}${suffix}`;
      const response = new wire.CheckResponse().setInputs(struct({ ...news, name }));
      if (typeof news.invalid === "string")
        response.addFailures(new wire.CheckFailure().setProperty("invalid").setReason(news.invalid));
      return response;
    }),
    diff: answer((request: wire.DiffRequest) => {
      const olds = fromStruct(request.getOldInputs());
      const news = fromStruct(request.getNews());
      calls.push({ method: "diff", urn: request.getUrn(), values: news });
      const { DIFF_NONE, DIFF_SOME } = wire.DiffResponse.DiffChanges;
      const keys = [...new Set([...Object.keys(olds), ...Object.keys(news)])];
      const changed = keys.filter((key) => !isDeepStrictEqual(olds[key], news[key]));
      const response = new wire.DiffResponse().setChanges(changed.length > 0 ? DIFF_SOME : DIFF_NONE);
      return response.setDiffsList(changed).setReplacesList(changed.filter((key) => key === "zone"));
    }),
    create: answer(async (request: wire.CreateRequest) => {
      const inputs = fromStruct(request.getProperties());
      const preview = request.getPreview();
      calls.push({ method: preview ? "preview" : "create", urn: request.getUrn(), values: inputs });
      if (!preview) {
        underWay += 1;
        most = Math.max(most, underWay);
        await new Promise((resolve) => setTimeout(resolve, CREATE_TAKES));
        underWay -= 1;
        const refuse = revealed(inputs.refuse ?? null);
        if (typeof refuse === "string") throw new Error(refuse);
      }
      const response = new wire.CreateResponse().setProperties(struct(outputsOf(inputs, request.getUrn(), preview)));
      return response.setId(preview ? "" : `/echo/${String(inputs.name)}`);
    }),
    update: answer((request: wire.UpdateRequest) => {
      const inputs = fromStruct(request.getNews());
      calls.push({ method: "update", urn: request.getUrn(), values: inputs });
      return new wire.UpdateResponse().setProperties(struct(outputsOf(inputs, request.getUrn(), request.getPreview())));
    }),
    delete: answer((request: wire.DeleteRequest) => {
      calls.push({ method: "delete", urn: request.getUrn(), values: {} });
      return new Empty();
    }),
    read: answer((request: wire.ReadRequest) => {
      const response = new wire.ReadResponse();
      if (request.getId().includes("missing")) return response;
      const inputs: ValueMap = { name: request.getId() };
      return response
        .setId(request.getId())
        .setInputs(struct(inputs))
        .setProperties(struct(outputsOf(inputs, request.getUrn(), false)));
    }),
    invoke: answer((request: wire.InvokeRequest) => {
      const args = fromStruct(request.getArgs());
      calls.push({ method: "invoke", urn: request.getTok(), values: args });
      if (typeof args.refuse === "string") throw new Error(args.refuse);
      return new wire.InvokeResponse().setReturn(struct({ ...args, found: `found-${String(args.key)}` }));
    }),
  };
  return {
    calls,
    mostAtOnce: () => most,
    unmodelledTypes: () => new Set(["echo:index:Stranger"]),
    assumptions: () => new Map(),
    providers: {
      echoes: (token) => token === "echo:index:Stranger" || token === "echo:index:guess",
      async start() {
        const server = new Server();
        server.addService(ResourceProviderService, service as unknown as UntypedServiceImplementation);
        servers.push(server);
        const port = await new Promise<number>((resolve, reject) =>
          server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) =>
            error ? reject(error) : resolve(bound),
          ),
        );
        return `127.0.0.1:${port}`;
      },
    },
    close: () => {
      for (const server of servers) server.forceShutdown();
    },
  };
}
