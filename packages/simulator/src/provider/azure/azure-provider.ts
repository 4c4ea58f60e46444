import { previewOutputs, resourceId } from "../../sdk";
import { keepSecrets, type Properties, revealAll, type Value } from "../../values";
import type { World, WorldResource } from "../../world";
import type {
  CheckRequest,
  CheckResponse,
  CreateRequest,
  DeleteRequest,
  DiffRequest,
  DiffResponse,
  InvokeRequest,
  PackageProvider,
  ReadRequest,
  ReadResponse,
  ResourceRequest,
  UpdateRequest,
} from "../package-provider";
import { type AzureType, azureType, hasClassFor } from "./azure-type";
import { checkInputs } from "./check";
import { diffInputs } from "./diff";
import { invokeFunction } from "./invoke";
import { outputsOf, wireOutputs } from "./outputs";
import { readResource } from "./read";
import { subscriptionOf } from "./subscription";

/** azure-native against the simulated Azure: same checks, same previews, same differences, same errors. */
export class AzureProvider implements PackageProvider {
  constructor(private readonly world: World) {}

  check(request: CheckRequest): CheckResponse {
    return checkInputs(this.world, typeOf(request), request);
  }

  diff(request: DiffRequest): DiffResponse {
    return diffInputs(typeOf(request), request);
  }

  async create(request: CreateRequest): Promise<{ id: string; outputs: Properties }> {
    const type = typeOf(request);
    if (request.preview) {
      return { id: "", outputs: previewOutputs(type.token.module, type.row.outputs, request.inputs) };
    }
    const id = idOf(type, subscriptionOf(this.world, request.config), request.inputs);
    const resource = await this.write(type, id, request.inputs, true);
    return { id: resource.id, outputs: this.answer(resource, request.inputs) };
  }

  async update(request: UpdateRequest): Promise<Properties> {
    const type = typeOf(request);
    if (request.preview) {
      const { name, location } = request.oldOutputs;
      return {
        ...previewOutputs(type.token.module, type.row.outputs, request.inputs),
        ...(name === undefined ? {} : { name }),
        ...(location === undefined ? {} : { location }),
      };
    }
    const resource = await this.write(type, request.id, request.inputs, false);
    return this.answer(resource, request.inputs);
  }

  async read(request: ReadRequest): Promise<ReadResponse> {
    return readResource(this.world, typeOf(request), request);
  }

  async remove(request: DeleteRequest): Promise<void> {
    await this.world.remove(request.id);
  }

  async invoke(request: InvokeRequest): Promise<Properties | { value: Value }> {
    return invokeFunction(this.world, request);
  }

  private write(type: AzureType, id: string, wrapped: Properties, create: boolean): Promise<WorldResource> {
    const inputs = revealAll(wrapped);
    return this.world.put({
      id,
      armType: type.armType,
      inputs,
      create,
      isCreatable: (armType) => hasClassFor(type.token.module, armType),
      shape: (added) => outputsOf(this.world, type, id, inputs, added),
    });
  }

  private answer(resource: WorldResource, inputs: Properties): Properties {
    return keepSecrets(wireOutputs(resource), inputs) as Properties;
  }
}

function typeOf(request: ResourceRequest): AzureType {
  const type = azureType(request.type);
  if (type === undefined) throw new Error(`Resource type '${request.type}' not found`);
  return type;
}

function idOf(type: AzureType, subscription: string, inputs: Properties): string {
  const id = resourceId(type.row.path, subscription, inputs);
  if (id === undefined) throw new Error(`cannot build the id ${type.row.path}: an input that is part of it is missing`);
  return id;
}
