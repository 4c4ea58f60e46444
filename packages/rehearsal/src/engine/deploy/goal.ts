import type { AliasSpec } from "../state/aliases";
import type { Timeouts } from "../state/resource-state";
import type { Value, ValueMap } from "../values/wire";
import type { HookBinding } from "./hooks";

/** What a program wants a resource to be, after transforms. */
export interface Goal {
  type: string;
  name: string;
  custom: boolean;
  inputs: ValueMap;
  parent: string;
  /** Left out: as the parent. */
  protect?: boolean;
  dependencies: string[];
  propertyDependencies: Record<string, string[]>;
  /** `urn::id`; empty for components and providers. */
  provider: string;
  aliases: AliasSpec[];
  additionalSecretOutputs: string[];
  ignoreChanges: string[];
  replaceOnChanges: string[];
  deleteBeforeReplace?: boolean;
  customTimeouts: Timeouts;
  /** Left out: as the parent. */
  retainOnDelete?: boolean;
  deletedWith: string;
  importId: string;
  /** Resources whose replacement replaces this one as well. */
  replaceWith: string[];
  /** A value whose change replaces the resource. */
  replacementTrigger?: Value;
  hooks: HookBinding;
}

/** What became of a registration. */
export interface Registered {
  urn: string;
  id: string;
  outputs: ValueMap;
  failed: boolean;
  /** Whether it has outputs, besides those given, that a rehearsal cannot know even when it deploys. */
  partial: boolean;
}
