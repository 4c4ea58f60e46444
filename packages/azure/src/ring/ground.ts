import type * as pulumi from "@pulumi/pulumi";
import { type GeneratedKind, resourceName } from "@ringfence/core/naming";
import type { Ring } from "@ringfence/core/rings";
import type { OperationalTags } from "@ringfence/core/tags";

/** What every part of a ring is made from, known while the program runs. */
export interface Ground {
  /** The component, which is every part's parent. */
  parent: pulumi.Resource;
  /** The component's name; the parts' names start with it. */
  name: string;
  /** The ring's row, the user's overrides applied. */
  ring: Ring;
  location: string;
  tags: OperationalTags;
  suffix: string;
  /** The Entra tenant of the subscription. */
  tenantId: pulumi.Input<string>;
  subscriptionId: pulumi.Output<string>;
  /** The parts made so far; `part` adds to them, and the delete lock waits for them. */
  parts: pulumi.Resource[];
}

/** Ground with the resource group that everything else goes into. */
export interface GroupGround extends Ground {
  resourceGroupName: pulumi.Output<string>;
  resourceGroupId: pulumi.Output<string>;
}

/** Notes a part of the ring and gives it back. */
export function part<Part extends pulumi.Resource>({ parts }: Ground, resource: Part): Part {
  parts.push(resource);
  return resource;
}

/** The Azure name of a part that is unique within its resource group or parent. */
export function localName(kind: GeneratedKind, { name, ring }: Ground, qualifier?: string): string {
  return resourceName(kind, { name, ring: ring.name, qualifier });
}

/** The Azure name of a part that is unique in all of Azure. */
export function globalName(kind: GeneratedKind, { name, ring, suffix }: Ground): string {
  return resourceName(kind, { name, ring: ring.name, suffix });
}
