import { armTypeOf, nameOf } from "../sdk";
import { typeRow } from "../types";
import type { Brought, PutContext, TypeRow } from "../types/row";
import { type Properties, textOf } from "../values";
import { regenerated } from "./access-keys";
import { Clock } from "./clock";
import { Graves } from "./graves";
import { type Identity, simulatedIdentity, stableKey, stableUuid } from "./identity";
import { normalLocation } from "./location";
import { lockThatHolds } from "./locks";
import { graveOf, misnamed, stillBlocked, takenName } from "./names";
import { missingParent } from "./parents";
import { readWorld, writeWorld } from "./persistence";
import type { Refusal } from "./refusal";
import { type DeletedResource, idKey, type ServiceState, type WorldResource } from "./resource";
import { ResourceIndex } from "./resource-index";
import { SerialisedWrites } from "./serialised-writes";
import type { WorldView } from "./view";
import type { PutRequest, Watcher, WorldOptions } from "./world-options";
import { forget } from "./write-only";

/** A simulated Azure: what exists in it, what its names are, what time it is. */
export class World implements WorldView {
  readonly identity: Identity;
  readonly clock: Clock;
  readonly defaultLocation: string;
  readonly quotaTier: number;
  /** Tokens of types that were accepted although the model has no row for them. */
  readonly unmodelledTypes = new Set<string>();
  /** Tokens of other packages' types and functions that echo what they are told: what else they would say is unknown. */
  readonly echoedTypes = new Set<string>();
  /** What was taken for granted about a resource so that the rest could be rehearsed, by the resource's URN. */
  readonly assumptions = new Map<string, string>();
  private readonly index = new ResourceIndex();
  private readonly graves: Graves;
  private readonly writes: SerialisedWrites;
  private readonly file: string | undefined;
  private readonly generations = new Map<string, number>();
  private readonly watchers = new Set<Watcher>();

  constructor(options: WorldOptions = {}) {
    this.identity = { ...simulatedIdentity, ...options.identity };
    this.clock = new Clock(options.now);
    this.graves = new Graves(this.clock);
    this.defaultLocation = options.defaultLocation ?? "westeurope";
    this.quotaTier = options.quotaTier ?? 1;
    this.writes = new SerialisedWrites(options.operationMilliseconds ?? 40);
    this.file = options.file;
    if (this.file !== undefined) {
      const kept = readWorld(this.file);
      for (const resource of kept.resources) this.index.set(resource);
      this.graves.add(...kept.deleted);
    }
    for (const id of options.existing ?? []) this.assume(id, armTypeOf(id), {});
  }

  resource(id: string): WorldResource | undefined {
    return this.index.get(id);
  }

  resources(armType?: string): WorldResource[] {
    return this.index.list(armType);
  }

  isBusy(id: string): boolean {
    return this.writes.isBusy(id);
  }

  inside(id: string): WorldResource[] {
    return this.index.inside(id);
  }

  /** Deleted resources that still hold their names. */
  get deleted(): readonly DeletedResource[] {
    return this.graves.list();
  }

  /**
   * Creates or updates a resource.
   *
   * @throws Refusal as Azure would.
   */
  async put(request: PutRequest): Promise<WorldResource> {
    const row = typeRow(request.armType);
    const existing = this.index.get(request.id);
    if (request.create && existing !== undefined && existing.assumed !== true && existing.inherent !== true) {
      throw alreadyThere(request.id);
    }
    const context = this.contextOf(request, existing);
    const refusal =
      missingParent(this, request.id, request.isCreatable) ??
      (row === undefined
        ? undefined
        : (this.nameRefusal(row, context) ?? this.writes.busyParent(row, request.id) ?? row.refuses?.(context)));
    if (refusal !== undefined) throw refusal;
    await this.writes.take(row, request.id);
    const state = request.state ?? row?.keeps?.(context) ?? this.resource(request.id)?.state;
    return this.store(request, row, state === undefined ? context : { ...context, state });
  }

  /**
   * Deletes a resource and everything inside it. What is not there counts as deleted.
   *
   * @param days for how long it can be brought back, where the caller knows better than its type.
   * @throws Refusal when a lock holds it or the type forbids it.
   */
  async remove(id: string, days?: number): Promise<void> {
    const resource = this.resource(id);
    if (resource === undefined) return;
    const inside = this.inside(id);
    const refusal = lockThatHolds(this, resource, inside) ?? typeRow(resource.armType)?.refusesDelete?.(resource, this);
    if (refusal !== undefined) throw refusal;
    await this.writes.take(typeRow(resource.armType), id);
    for (const each of [...inside, resource])
      this.graves.bury(each, this.inside(each.id), each === resource ? days : undefined);
    for (const each of [...inside, resource]) {
      const key = idKey(each.id);
      this.generations.set(key, (this.generations.get(key) ?? 0) + 1);
      this.index.delete(key);
    }
    this.save();
  }

  /** Takes a resource to exist that nobody created here, because a program reads it. */
  assume(id: string, armType: string, properties: Properties): WorldResource {
    const known = this.resource(id);
    if (known !== undefined) return known;
    const resource: WorldResource = {
      id,
      armType,
      inputs: {},
      properties,
      sensitive: typeRow(armType)?.sensitive ?? [],
      createdAt: this.clock.iso(),
      assumed: true,
    };
    this.index.set(resource);
    this.save();
    return resource;
  }

  /** Keeps a resource of another package, which Azure knows nothing of. */
  keep(id: string, type: string, inputs: Properties, properties: Properties, sensitive: readonly string[]): void {
    this.index.set({ id, armType: type, inputs, properties, sensitive, createdAt: this.clock.iso() });
    this.save();
  }

  /** Changes what a resource is, as somebody in the portal would; the next refresh sees it. */
  alter(id: string, properties: Properties): void {
    const resource = this.resource(id);
    if (resource === undefined) throw new Error(`there is no ${id} in this world`);
    resource.properties = { ...resource.properties, ...properties };
    this.save();
  }

  /** Changes what a service keeps of a resource beside what a read shows. */
  setState(id: string, state: ServiceState): void {
    const resource = this.resource(id);
    if (resource === undefined) throw new Error(`there is no ${id} in this world`);
    resource.state = { ...resource.state, ...state };
    this.save();
  }

  /**
   * Regenerates an access key, for every door at once.
   *
   * @param value what it shall be, where the service lets the caller say; made up when left out.
   */
  regenerateKey(id: string, slot: string, value?: string): void {
    const resource = this.resource(id);
    if (resource === undefined) throw new Error(`there is no ${id} in this world`);
    this.setState(id, regenerated(resource, slot, this.clock.iso(), value));
  }

  /** Forgets a deleted resource for good; its name is free again. */
  purge(deleted: DeletedResource): void {
    this.graves.remove(deleted);
    this.save();
  }

  /** Brings a deleted resource back, with what was inside it. */
  recover(deleted: DeletedResource): void {
    this.graves.remove(deleted);
    for (const resource of deleted.kept ?? []) this.index.set(resource);
    this.save();
  }

  /** Tells a function of every write of a resource, through whichever door, until the returned function is called. */
  watch(watcher: Watcher): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  /** What the model's row adds to a resource with these inputs. */
  addedTo(armType: string, id: string, inputs: Properties): Properties {
    return typeRow(armType)?.adds?.(this.contextOf({ id, inputs })) ?? {};
  }

  /** What a row is told about a write to this id. */
  contextOf(request: { id: string; inputs: Properties }, existing?: WorldResource): PutContext {
    const { id, inputs } = request;
    const generation = String(this.generations.get(idKey(id)) ?? 0);
    return {
      world: this,
      id,
      name: nameOf(id),
      location: normalLocation(textOf(inputs.location) ?? ""),
      inputs,
      ...(existing === undefined ? {} : { existing }),
      ...this.parentOf(id),
      uuid: (purpose) => stableUuid(idKey(id), generation, purpose),
      key: (purpose, bytes = 64) => stableKey(bytes, idKey(id), generation, purpose),
    };
  }

  private parentOf(id: string): { parent?: WorldResource } {
    const segments = id.split("/");
    for (let end = segments.length - 1; end > 0; end -= 1) {
      const parent = this.resource(segments.slice(0, end).join("/"));
      if (parent !== undefined) return { parent };
    }
    return {};
  }

  /** Whether the name fits its type and is free, here and anywhere. */
  private nameRefusal(row: TypeRow, context: PutContext): Refusal | undefined {
    if (context.existing !== undefined && context.existing.assumed !== true) return undefined;
    const grave = graveOf(row, context, this.deleted);
    const refusal = misnamed(row, context.name) ?? takenName(row, context) ?? stillBlocked(row, context, grave);
    if (refusal === undefined && grave !== undefined) this.reopen(grave);
    return refusal;
  }

  /** A write that asks for a deleted resource brings back what was inside it, which programs may then write as new. */
  private reopen(grave: DeletedResource): void {
    this.graves.remove(grave);
    const [resource, ...inside] = grave.kept ?? [];
    if (resource === undefined) return;
    for (const each of [resource, ...inside]) this.index.set({ ...each, inherent: true });
  }

  private store(request: PutRequest, row: TypeRow | undefined, context: PutContext): WorldResource {
    const added = row?.adds?.(context) ?? {};
    const properties = structuredClone(request.shape(added));
    const writeOnly = row?.writeOnly ?? [];
    const hidden = typeof writeOnly === "function" ? writeOnly(request.inputs) : writeOnly;
    for (const path of hidden) forget(properties, path.split("."));
    const resource: WorldResource = {
      id: request.id,
      armType: row?.armType ?? request.armType,
      inputs: request.inputs,
      properties,
      sensitive: row?.sensitive ?? [],
      createdAt: this.resource(request.id)?.createdAt ?? this.clock.iso(),
      ...(context.state === undefined ? {} : { state: context.state }),
    };
    const before = this.index.get(request.id);
    this.index.set(resource);
    for (const watcher of this.watchers) watcher(resource, before);
    for (const brought of row?.brings?.(context) ?? []) this.bring(brought);
    this.save();
    return resource;
  }

  /** Something Azure creates along with its owner, which a program may then write as if it were new. */
  private bring({ id, armType, properties }: Brought): void {
    if (this.resource(id) !== undefined) return;
    const createdAt = this.clock.iso();
    this.index.set({ id, armType, inputs: {}, properties, sensitive: [], createdAt, inherent: true });
  }

  private save(): void {
    if (this.file !== undefined) writeWorld(this.file, { resources: this.resources(), deleted: this.deleted });
  }
}

function alreadyThere(id: string): Error {
  return new Error(`cannot create already existing resource '${id}'. To manage it, import it or use a .get function`);
}
