import { type AzureType, azureType } from "../azure-types";
import type { Judgement } from "./judgement";
import { Value } from "./value";

/** A resource as a resource rule sees it: its inputs, before anything is created. */
export interface Resource {
  readonly urn: string;
  /** Its name in the program. */
  readonly name: string;
  /** Its type's token, as the program wrote it. */
  readonly token: string;
  /** Its azure-native type, whatever form the token has; undefined for other providers. */
  readonly azure: AzureType | undefined;
  /** The property at this path: `properties.attributes.expires`. */
  at(path: string): Value;
}

/** A resource of which only inputs are known. */
export class PlannedResource implements Resource {
  private readonly root: Value;

  constructor(
    readonly token: string,
    readonly urn: string,
    readonly name: string,
    inputs: unknown,
  ) {
    this.root = Value.root(inputs);
  }

  get azure(): AzureType | undefined {
    return azureType(this.token);
  }

  at(path: string): Value {
    return this.root.at(path);
  }
}

/** A resource's tag, whose name Azure reads without regard to case. */
export function tag(resource: Resource, name: string): Value {
  const tags = resource.at("tags");
  const wanted = name.toLowerCase();
  return tags.child(tags.keys().find((key) => key.toLowerCase() === wanted) ?? name);
}

/** A condition on one resource. */
export type ResourceCondition<Context> = (resource: Resource, context: Context) => Judgement;
