import type { Value, ValueMap } from "../values/wire";

/** Seconds that a program grants an operation; 0 is the provider's default. */
export interface Timeouts {
  create: number;
  update: number;
  delete: number;
}

/** What the engine knows of one resource, as the real engine's state file does. */
export interface ResourceState {
  urn: string;
  type: string;
  name: string;
  custom: boolean;
  /** Read by the program (`.get`) and owned by somebody else. */
  external: boolean;
  /** Empty while the resource does not exist. */
  id: string;
  inputs: ValueMap;
  outputs: ValueMap;
  parent: string;
  protect: boolean;
  dependencies: string[];
  propertyDependencies: Record<string, string[]>;
  /** `urn::id` of the provider; empty for components and providers. */
  provider: string;
  /** URNs that this resource was known by and took over. */
  aliases: string[];
  additionalSecretOutputs: string[];
  ignoreChanges: string[];
  deleteBeforeReplace?: boolean;
  customTimeouts: Timeouts;
  retainOnDelete: boolean;
  deletedWith: string;
  importId: string;
  replacementTrigger?: Value;
}

/** A stack's resources by URN, in the order of registration. */
export type StackState = Map<string, ResourceState>;
