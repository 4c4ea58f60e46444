import type { CheckRequest } from "../provider/package-provider";
import type { Properties, Value } from "../values";
import type { World } from "../world";

/** What making a resource is told. */
export interface MakeContext {
  world: World;
  urn: string;
  name: string;
}

/** A resource type of a package other than azure-native whose values are made here. */
export interface LocalType {
  /** Inputs whose change replaces the resource: names, or all of them. */
  immutable: "all" | readonly string[];
  /** Outputs that only creating it brings to light; unknown in a preview. */
  made: readonly string[];
  /** Outputs that hold secrets. */
  sensitive?: readonly string[];
  /** Values that inputs have when they are left out. */
  defaults?: Properties;
  /** Fills in what the package's own provider fills in. */
  complete?: (inputs: Properties, request: CheckRequest) => Properties;
  /** Makes the resource: its id and the outputs besides the inputs. */
  make: (inputs: Properties, context: MakeContext) => Promise<{ id: string; outputs: Properties }>;
}

/** A package: its resource types and functions by token. */
export interface LocalTypes {
  resources: Readonly<Record<string, LocalType>>;
  /** The type of every resource that has no row of its own. */
  others?: LocalType;
  functions: Readonly<Record<string, (args: Properties, world: World) => Properties | Value>>;
}
