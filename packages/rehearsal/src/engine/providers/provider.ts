import { credentials, status } from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { MESSAGE_LIMITS } from "../rpc/limits";
import { isServiceError } from "../rpc/server";
import { unary } from "../rpc/unary";
import { fromStruct, toStruct } from "../values/struct";
import { convertMap, mapValues, withoutReferences, withoutSecrets } from "../values/walk";
import { isMap, isSecret, secret, type Value, type ValueMap } from "../values/wire";

/** Why a provider does not accept a resource's inputs. */
export interface CheckFailure {
  property: string;
  reason: string;
}

export interface Checked {
  inputs: ValueMap;
  failures: CheckFailure[];
}

/** What identifies a resource in every call. */
export interface Target {
  urn: string;
  name: string;
  type: string;
}

/** What a provider says of the difference between a resource's last and new inputs. */
export interface Difference {
  changes: "none" | "some" | "unknown";
  replaces: string[];
  diffs: string[];
  deleteBeforeReplace: boolean;
}

interface Abilities {
  acceptSecrets: boolean;
  acceptResources: boolean;
  supportsPreview: boolean;
}

/** One configured provider, spoken to over Pulumi's provider protocol. */
export class Provider {
  private abilities: Abilities = { acceptSecrets: false, acceptResources: false, supportsPreview: false };
  private readonly client: ResourceProviderClient;
  /** Whether the configuration is fully known; during a preview an unknown one makes every result unknown. */
  private configKnown = true;

  constructor(address: string) {
    this.client = new ResourceProviderClient(address, credentials.createInsecure(), MESSAGE_LIMITS);
  }

  /** The first call of every provider. Providers that do not know it are older and fine. */
  async handshake(engineAddress: string): Promise<void> {
    const request = new messages.ProviderHandshakeRequest().setEngineAddress(engineAddress);
    request.setConfigureWithUrn(true);
    request.setInvokeWithPreview(true);
    try {
      await unary<messages.ProviderHandshakeResponse>((done) => this.client.handshake(request, done));
    } catch (error) {
      if (!isServiceError(error) || error.code !== status.UNIMPLEMENTED) throw error;
    }
  }

  /** Makes the provider speak for a package that a parameter describes. */
  async parameterize(name: string, version: string, value: Uint8Array): Promise<void> {
    const parameters = new messages.ParameterizeRequest.ParametersValue()
      .setName(name)
      .setVersion(version)
      .setValue(value);
    const request = new messages.ParameterizeRequest().setValue(parameters);
    await unary((done) => this.client.parameterize(request, done));
  }

  async checkConfig(target: Target, inputs: ValueMap): Promise<Checked> {
    const request = new messages.CheckRequest().setUrn(target.urn).setName(target.name).setType(target.type);
    request.setOlds(toStruct({})).setNews(toStruct(inputs));
    try {
      const response = await unary<messages.CheckResponse>((done) => this.client.checkConfig(request, done));
      return { inputs: fromStruct(response.getInputs()), failures: failuresOf(response) };
    } catch (error) {
      if (isServiceError(error) && error.code === status.UNIMPLEMENTED) return { inputs, failures: [] };
      throw error;
    }
  }

  async configure(target: Target, inputs: ValueMap, known: boolean): Promise<void> {
    this.configKnown = known;
    if (!known) return;
    const request = new messages.ConfigureRequest().setUrn(target.urn).setName(target.name).setType(target.type);
    request.setAcceptsecrets(true).setAcceptresources(true).setSendsOldInputs(true).setSendsOldInputsToDelete(true);
    const args = convertMap(inputs, withoutReferences);
    request.setArgs(toStruct(args));
    const variables = request.getVariablesMap();
    const packageName = target.type.slice(target.type.lastIndexOf(":") + 1);
    for (const [key, value] of Object.entries(convertMap(args, withoutSecrets)))
      if (key !== "version")
        variables.set(`${packageName}:config:${key}`, typeof value === "string" ? value : JSON.stringify(value));
    const response = await unary<messages.ConfigureResponse>((done) => this.client.configure(request, done));
    this.abilities = {
      acceptSecrets: response.getAcceptsecrets(),
      acceptResources: response.getAcceptresources(),
      supportsPreview: response.getSupportspreview(),
    };
  }

  async check(target: Target, olds: ValueMap | undefined, news: ValueMap, seed: Uint8Array): Promise<Checked> {
    if (!this.configKnown) return { inputs: news, failures: [] };
    const request = new messages.CheckRequest().setUrn(target.urn).setName(target.name).setType(target.type);
    if (olds) request.setOlds(toStruct(this.sent(olds)));
    request.setNews(toStruct(this.sent(news))).setRandomseed(seed);
    const response = await unary<messages.CheckResponse>((done) => this.client.check(request, done));
    return { inputs: this.received(response.getInputs(), news), failures: failuresOf(response) };
  }

  async diff(
    target: Target,
    id: string,
    old: { inputs: ValueMap; outputs: ValueMap },
    news: ValueMap,
    ignored: string[],
  ): Promise<Difference> {
    const request = new messages.DiffRequest().setUrn(target.urn).setName(target.name).setType(target.type).setId(id);
    request.setOlds(toStruct(this.sent(old.outputs))).setOldInputs(toStruct(this.sent(old.inputs)));
    request.setNews(toStruct(this.sent(news))).setIgnorechangesList(ignored);
    const response = await unary<messages.DiffResponse>((done) => this.client.diff(request, done));
    const { DIFF_NONE, DIFF_SOME } = messages.DiffResponse.DiffChanges;
    const changes = response.getChanges();
    return {
      changes: changes === DIFF_NONE ? "none" : changes === DIFF_SOME ? "some" : "unknown",
      replaces: response.getReplacesList(),
      diffs: response.getDiffsList(),
      deleteBeforeReplace: response.getDeletebeforereplace(),
    };
  }

  /** Creates; a preview asks for the outputs that can be foretold and gets no id. */
  async create(
    target: Target,
    inputs: ValueMap,
    timeout: number,
    preview: boolean,
  ): Promise<{ id: string; outputs: ValueMap }> {
    if (preview && !(this.abilities.supportsPreview && this.configKnown)) return { id: "", outputs: inputs };
    const request = new messages.CreateRequest().setUrn(target.urn).setName(target.name).setType(target.type);
    request
      .setProperties(toStruct(this.sent(inputs)))
      .setTimeout(timeout)
      .setPreview(preview);
    const response = await unary<messages.CreateResponse>((done) => this.client.create(request, done));
    return { id: preview ? "" : response.getId(), outputs: this.received(response.getProperties(), inputs) };
  }

  async update(
    target: Target,
    old: { id: string; inputs: ValueMap; outputs: ValueMap },
    inputs: ValueMap,
    options: { timeout: number; ignored: string[]; preview: boolean },
  ): Promise<ValueMap> {
    if (options.preview && !(this.abilities.supportsPreview && this.configKnown)) return inputs;
    const request = new messages.UpdateRequest().setUrn(target.urn).setName(target.name).setType(target.type);
    request
      .setId(old.id)
      .setOlds(toStruct(this.sent(old.outputs)))
      .setOldInputs(toStruct(this.sent(old.inputs)));
    request.setNews(toStruct(this.sent(inputs))).setTimeout(options.timeout);
    request.setIgnorechangesList(options.ignored).setPreview(options.preview);
    const response = await unary<messages.UpdateResponse>((done) => this.client.update(request, done));
    return this.received(response.getProperties(), inputs);
  }

  async delete(
    target: Target,
    old: { id: string; inputs: ValueMap; outputs: ValueMap },
    timeout: number,
  ): Promise<void> {
    const request = new messages.DeleteRequest().setUrn(target.urn).setName(target.name).setType(target.type);
    request
      .setId(old.id)
      .setProperties(toStruct(this.sent(old.outputs)))
      .setOldInputs(toStruct(this.sent(old.inputs)));
    await unary((done) => this.client.delete(request.setTimeout(timeout), done));
  }

  /** Reads what exists under an id; undefined where nothing does. */
  async read(
    target: Target,
    id: string,
    inputs: ValueMap,
    outputs: ValueMap,
  ): Promise<{ id: string; inputs: ValueMap; outputs: ValueMap } | undefined> {
    const request = new messages.ReadRequest().setUrn(target.urn).setName(target.name).setType(target.type).setId(id);
    request.setInputs(toStruct(this.sent(inputs))).setProperties(toStruct(this.sent(outputs)));
    const response = await unary<messages.ReadResponse>((done) => this.client.read(request, done));
    if (response.getId() === "") return undefined;
    return {
      id: response.getId(),
      inputs: fromStruct(response.getInputs()),
      outputs: fromStruct(response.getProperties()),
    };
  }

  async invoke(
    token: string,
    args: ValueMap,
    preview: boolean,
  ): Promise<{ result: ValueMap; failures: CheckFailure[] }> {
    if (!this.configKnown) return { result: {}, failures: [] };
    const request = new messages.InvokeRequest().setTok(token).setPreview(preview);
    request.setArgs(toStruct(convertMap(args, withoutSecrets, withoutReferences)));
    const response = await unary<messages.InvokeResponse>((done) => this.client.invoke(request, done));
    return { result: fromStruct(response.getReturn()), failures: failuresOf(response) };
  }

  /** Calls of the component protocol go through unchanged. */
  construct(request: messages.ConstructRequest): Promise<messages.ConstructResponse> {
    return unary((done) => this.client.construct(request, done));
  }

  call(request: messages.CallRequest): Promise<messages.CallResponse> {
    return unary((done) => this.client.call(request, done));
  }

  close(): void {
    this.client.close();
  }

  private sent(map: ValueMap): ValueMap {
    const references = this.abilities.acceptResources ? [] : [withoutReferences];
    return convertMap(map, ...references, ...(this.abilities.acceptSecrets ? [] : [withoutSecrets]));
  }

  /** A provider that cannot keep secrets gets them marked again where its inputs had them. */
  private received(struct: Parameters<typeof fromStruct>[0], inputs: ValueMap): ValueMap {
    const map = fromStruct(struct);
    return this.abilities.acceptSecrets ? map : mapValues(map, (value, key) => markSecrets(value, inputs[key]));
  }
}

function markSecrets(value: Value, model: Value | undefined): Value {
  if (isSecret(model)) return secret(value);
  if (Array.isArray(value) && Array.isArray(model))
    return value.map((element, index) => markSecrets(element, model[index]));
  if (isMap(value) && isMap(model)) return mapValues(value, (element, key) => markSecrets(element, model[key]));
  return value;
}

function failuresOf(response: { getFailuresList(): messages.CheckFailure[] }): CheckFailure[] {
  return response.getFailuresList().map((f) => ({ property: f.getProperty(), reason: f.getReason() }));
}
