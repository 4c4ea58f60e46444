import { credentials, type ServiceError } from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as wire from "@pulumi/pulumi/proto/provider_pb";
import { type ProviderServer, serveProviders } from "@ringfence/simulator/provider";
import { createWorld, type World, type WorldOptions } from "@ringfence/simulator/world";
import type { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";

/** What a program says; what another resource does not have is left out on the wire. */
export type Bag = { [name: string]: JavaScriptValue | undefined };

export interface Registered {
  urn: string;
  type: string;
  id: string;
  inputs: Bag;
  outputs: Bag;
}

/** Talks to the simulator as Pulumi's engine does: the same calls in the same order over a real connection. */
export class EngineClient {
  private constructor(
    readonly world: World,
    readonly server: ProviderServer,
    private readonly client: ResourceProviderClient,
  ) {}

  static async start(options: WorldOptions = {}, variables: Record<string, string> = {}): Promise<EngineClient> {
    const world = createWorld({ now: new Date("2026-11-21T12:00:00Z"), ...options });
    const server = await serveProviders(world);
    const engine = new EngineClient(
      world,
      server,
      new ResourceProviderClient(server.address, credentials.createInsecure()),
    );
    await engine.configure(variables);
    return engine;
  }

  async stop(): Promise<void> {
    this.client.close();
    await this.server.close();
  }

  /** One call, as a promise. */
  call<Response>(method: string, request: unknown): Promise<Response> {
    return new Promise((resolve, reject) => {
      const send = (this.client as unknown as Record<string, (...args: unknown[]) => void>)[method];
      if (send === undefined) throw new Error(`no such call: ${method}`);
      send.call(this.client, request, (error: ServiceError | null, response: Response) =>
        error ? reject(error) : resolve(response),
      );
    });
  }

  async configure(variables: Record<string, string>): Promise<wire.ConfigureResponse> {
    const request = new wire.ConfigureRequest();
    for (const [name, value] of Object.entries(variables)) request.getVariablesMap().set(name, value);
    request.setArgs(struct({}));
    request.setAcceptsecrets(true);
    request.setAcceptresources(true);
    return this.call<wire.ConfigureResponse>("configure", request);
  }

  async check(type: string, name: string, inputs: Bag, old: Bag = {}, change?: (request: wire.CheckRequest) => void) {
    const request = new wire.CheckRequest();
    request.setUrn(urnOf(type, name));
    request.setType(type);
    request.setName(name);
    request.setOlds(struct(old));
    request.setNews(struct(inputs));
    request.setRandomseed(new Uint8Array(32).fill(7));
    change?.(request);
    const response = await this.call<wire.CheckResponse>("check", request);
    return {
      inputs: (response.getInputs()?.toJavaScript() ?? {}) as Bag,
      failures: response.getFailuresList().map((failure) => failure.toObject()),
    };
  }

  async create(type: string, name: string, inputs: Bag, preview = false): Promise<Registered> {
    const request = new wire.CreateRequest();
    request.setUrn(urnOf(type, name));
    request.setType(type);
    request.setName(name);
    request.setProperties(struct(inputs));
    request.setPreview(preview);
    const response = await this.call<wire.CreateResponse>("create", request);
    const outputs = (response.getProperties()?.toJavaScript() ?? {}) as Bag;
    return { urn: urnOf(type, name), type, id: response.getId(), inputs, outputs };
  }

  /** Check and create, as for a resource that is new. */
  async register(type: string, name: string, inputs: Bag, preview = false): Promise<Registered> {
    const checked = await this.check(type, name, inputs);
    if (checked.failures.length > 0) throw new Error(checked.failures.map((failure) => failure.reason).join("; "));
    return this.create(type, name, checked.inputs, preview);
  }

  async diff(resource: Registered, inputs: Bag, ignoreChanges: string[] = []): Promise<wire.DiffResponse> {
    const request = new wire.DiffRequest();
    request.setId(resource.id);
    request.setUrn(resource.urn);
    request.setType(resource.type);
    request.setOlds(struct(resource.outputs));
    request.setOldInputs(struct(resource.inputs));
    request.setNews(struct(inputs));
    request.setIgnorechangesList(ignoreChanges);
    return this.call<wire.DiffResponse>("diff", request);
  }

  async update(resource: Registered, inputs: Bag, preview = false): Promise<Bag> {
    const request = new wire.UpdateRequest();
    request.setId(resource.id);
    request.setUrn(resource.urn);
    request.setType(resource.type);
    request.setOlds(struct(resource.outputs));
    request.setOldInputs(struct(resource.inputs));
    request.setNews(struct(inputs));
    request.setPreview(preview);
    const response = await this.call<wire.UpdateResponse>("update", request);
    return (response.getProperties()?.toJavaScript() ?? {}) as Bag;
  }

  async read(resource: Pick<Registered, "urn" | "type" | "id"> & Partial<Registered>) {
    const request = new wire.ReadRequest();
    request.setId(resource.id);
    request.setUrn(resource.urn);
    request.setType(resource.type);
    if (resource.outputs !== undefined) request.setProperties(struct(resource.outputs));
    if (resource.inputs !== undefined) request.setInputs(struct(resource.inputs));
    const response = await this.call<wire.ReadResponse>("read", request);
    return {
      id: response.getId(),
      inputs: (response.getInputs()?.toJavaScript() ?? {}) as Bag,
      outputs: (response.getProperties()?.toJavaScript() ?? {}) as Bag,
    };
  }

  async delete(resource: Registered): Promise<void> {
    const request = new wire.DeleteRequest();
    request.setId(resource.id);
    request.setUrn(resource.urn);
    request.setType(resource.type);
    request.setProperties(struct(resource.outputs));
    request.setOldInputs(struct(resource.inputs));
    await this.call<Empty>("delete", request);
  }

  async invoke(token: string, args: Bag, preview = false): Promise<Bag> {
    const request = new wire.InvokeRequest();
    request.setTok(token);
    request.setArgs(struct(args));
    request.setPreview(preview);
    const response = await this.call<wire.InvokeResponse>("invoke", request);
    return (response.getReturn()?.toJavaScript() ?? {}) as Bag;
  }

  handshake(): Promise<wire.ProviderHandshakeResponse> {
    const request = new wire.ProviderHandshakeRequest();
    request.setEngineAddress("127.0.0.1:1");
    return this.call("handshake", request);
  }
}

export function urnOf(type: string, name: string): string {
  return `urn:pulumi:dev::shop::${type}::${name}`;
}

function struct(bag: Bag): Struct {
  const given = Object.entries(bag).filter((entry): entry is [string, JavaScriptValue] => entry[1] !== undefined);
  return Struct.fromJavaScript(Object.fromEntries(given));
}
