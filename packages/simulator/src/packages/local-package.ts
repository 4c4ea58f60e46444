import { changesBetween, isAtOrInside } from "../provider/changes";
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
} from "../provider/package-provider";
import { isObject, keepSecrets, markSecrets, type Properties, revealAll, UNKNOWN, type Value } from "../values";
import { stableUuid, type World } from "../world";
import type { LocalType, LocalTypes } from "./local-type";

/**
 * A package that is not azure-native: types with a row have real values; every other type is accepted, echoes its
 * inputs and is listed in the world's `unmodelledTypes`. The world keeps what was created, under `token::id`.
 */
export class LocalPackage implements PackageProvider {
  constructor(
    private readonly world: World,
    private readonly types: LocalTypes,
  ) {}

  check(request: CheckRequest): CheckResponse {
    const type = this.typeOf(request);
    const inputs: Properties = { ...type?.defaults, ...request.inputs };
    return { inputs: type?.complete?.(inputs, request) ?? inputs, failures: [] };
  }

  diff(request: DiffRequest): DiffResponse {
    const type = this.typeOf(request);
    const changes: DiffResponse["changes"] = new Map();
    for (const [path, kind] of changesBetween(request.oldInputs, request.inputs)) {
      if (request.ignoreChanges.some((ignored) => isAtOrInside(path, ignored))) continue;
      const immutable = type?.immutable ?? [];
      const replaces = immutable === "all" || immutable.some((each) => isAtOrInside(path, each));
      changes.set(path, { kind, replaces });
    }
    return { changes, deleteBeforeReplace: false };
  }

  async create(request: CreateRequest): Promise<{ id: string; outputs: Properties }> {
    const type = this.typeOf(request);
    if (request.preview) return { id: "", outputs: previewed(type, request.inputs) };
    const plain = revealAll(request.inputs);
    if (type === undefined) this.echoes(request.type);
    const { id, outputs } = (await type?.make(plain, { world: this.world, urn: request.urn, name: request.name })) ?? {
      id: echoedId(request),
      outputs: {},
    };
    const properties = { ...plain, ...outputs };
    this.world.keep(keptId(request.type, id), request.type, plain, properties, type?.sensitive ?? []);
    return { id, outputs: this.answer(type, properties, request.inputs) };
  }

  async read(request: ReadRequest): Promise<ReadResponse> {
    const type = this.typeOf(request);
    const kept = this.world.resource(keptId(request.type, request.id));
    const isRefresh = Object.keys(request.oldInputs).length > 0 || Object.keys(request.oldOutputs).length > 0;
    if (kept === undefined && isRefresh) return undefined;
    const inputs = isRefresh ? request.oldInputs : (kept?.inputs ?? {});
    return { id: request.id, inputs, outputs: this.answer(type, kept?.properties ?? {}, inputs) };
  }

  async update(request: UpdateRequest): Promise<Properties> {
    const type = this.typeOf(request);
    const made = Object.fromEntries(
      Object.entries(request.oldOutputs).filter(([name]) => request.oldInputs[name] === undefined),
    );
    if (request.preview) return { ...request.inputs, ...made };
    const properties = revealAll({ ...request.inputs, ...made });
    const plain = revealAll(request.inputs);
    this.world.keep(keptId(request.type, request.id), request.type, plain, properties, type?.sensitive ?? []);
    return this.answer(type, properties, request.inputs);
  }

  async remove(request: DeleteRequest): Promise<void> {
    await this.world.remove(keptId(request.type, request.id));
  }

  async invoke(request: InvokeRequest): Promise<Properties | { value: Value }> {
    const known = this.types.functions[request.token];
    if (known === undefined) {
      this.echoes(request.token);
      return { ...request.args };
    }
    const result = known(revealAll(request.args), this.world);
    return isObject(result) ? result : { value: result };
  }

  private echoes(token: string): void {
    this.world.unmodelledTypes.add(token);
    this.world.echoedTypes.add(token);
  }

  private typeOf({ type }: ResourceRequest): LocalType | undefined {
    return this.types.resources[type] ?? this.types.others;
  }

  private answer(type: LocalType | undefined, properties: Properties, inputs: Properties): Properties {
    return keepSecrets(markSecrets(properties, type?.sensitive ?? []), inputs) as Properties;
  }
}

function previewed(type: LocalType | undefined, inputs: Properties): Properties {
  return { ...inputs, ...Object.fromEntries((type?.made ?? []).map((name) => [name, UNKNOWN])) };
}

function echoedId(request: CreateRequest): string {
  return `${request.name}-${stableUuid(request.urn).slice(0, 8)}`;
}

function keptId(type: string, id: string): string {
  return `${type}::${id}`;
}
