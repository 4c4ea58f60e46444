import type { Properties, Value } from "../values";
import type { Refusal } from "../world/refusal";
import type { ServiceState, WorldResource } from "../world/resource";
import type { WorldView } from "../world/view";

/** What a row of the model is told when a resource is written. */
export interface PutContext {
  world: WorldView;
  id: string;
  name: string;
  /** Lower case without spaces; empty where the resource has none. */
  location: string;
  /** What is asked for, without secret marks. */
  inputs: Properties;
  /** The resource as it is now, when this is an update. */
  existing?: WorldResource;
  /** The resource it is inside of, if that is in the world. */
  parent?: WorldResource;
  /** What the service keeps of it from this write on. */
  state?: ServiceState;
  /** A UUID that is the same for the same resource and purpose. */
  uuid(purpose: string): string;
  /** A made-up access key in base64 that is the same for the same resource and purpose. */
  key(purpose: string, bytes?: number): string;
}

/** Which names a type takes, and what Azure says to others. */
export interface NameRule {
  pattern: RegExp;
  minimum: number;
  maximum: number;
  /** Azure's error code for a name that does not fit. */
  code: string;
  message: (name: string) => string;
  /** HTTP status, 400 unless said otherwise. */
  status?: number;
  /** Whether azure-native itself refuses the name, before anything is asked of Azure. */
  checkedByProvider?: boolean;
}

/** What Azure answers when a name is in use anywhere, not only in this resource group. */
export interface GlobalName {
  /** Code and message for a name that a resource has. */
  taken: (name: string) => Refusal;
  /** Types with the same value here share one namespace of names; the type's own name when left out. */
  namespace?: string;
  /** The name to compare where it is not the resource's own, such as a custom subdomain; undefined: none is claimed. */
  claims?: (inputs: Properties, name: string) => string | undefined;
}

/** How long a deleted resource blocks its name, and how it is brought back. */
export interface SoftDelete {
  days: (deleted: WorldResource) => number;
  blocked: (name: string, id: string) => Refusal;
  /** Whether the inputs ask for the deleted one back. */
  restores?: (inputs: Properties) => boolean;
}

/** A resource that Azure creates along with another. */
export interface Brought {
  id: string;
  armType: string;
  properties: Properties;
}

/** What a POST action answers; the arguments are those of azure-native's function. */
export type Action = (resource: WorldResource, args: Properties, world: WorldView) => Properties | Value;

/** What the model knows of one resource type. Everything but the type is optional: one line makes a type known. */
export interface TypeRow {
  /** ARM type, in Azure's spelling. */
  armType: string;
  name?: NameRule;
  globalName?: GlobalName;
  softDelete?: SoftDelete;
  /** Inputs whose change replaces the resource, besides its location and what is in its id; dotted paths. */
  immutable?: readonly string[];
  /** Outputs that hold secrets; dotted paths, `*` for every item. */
  sensitive?: readonly string[];
  /** Inputs that a read never gives back, such as passwords; dotted paths. */
  writeOnly?: readonly string[] | ((inputs: Properties) => readonly string[]);
  /** Whether only one write at a time may be under way on the parent. */
  serialised?: boolean;
  /** Whether it is refused while another write is under way on its parent. */
  needsIdleParent?: boolean;
  /** Why Azure would not do it; the first reason counts. */
  refuses?: (context: PutContext) => Refusal | undefined;
  /** Why Azure would not delete it. */
  refusesDelete?: (resource: WorldResource, world: WorldView) => Refusal | undefined;
  /** What the service adds. Given inputs win over it; objects are merged. */
  adds?: (context: PutContext) => Properties;
  /** Resources that Azure creates along with it. */
  brings?: (context: PutContext) => Brought[];
  /** What the service keeps of it beside what a read shows, as it is after this write. */
  keeps?: (context: PutContext) => ServiceState | undefined;
  /** POST actions by the name of azure-native's function, such as `listStorageAccountKeys`. */
  actions?: Readonly<Record<string, Action>>;
}
