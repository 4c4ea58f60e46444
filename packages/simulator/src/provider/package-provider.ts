import type { Properties, Value } from "../values";

/** What every request about a resource says first. */
export interface ResourceRequest {
  urn: string;
  /** Type token. */
  type: string;
  /** Logical name, the last part of the URN. */
  name: string;
  /** The provider's configuration, plain and without its package prefix. */
  config: Properties;
}

export interface CheckRequest extends ResourceRequest {
  oldInputs: Properties;
  inputs: Properties;
  /** Decides random names; empty when the engine gave none. */
  seed: Uint8Array;
  autonaming?: Autonaming;
}

/** What the project's `pulumi:autonaming` asks for. */
export interface Autonaming {
  mode: "propose" | "enforce" | "disable";
  proposedName: string;
}

export interface CheckResponse {
  inputs: Properties;
  failures: { property: string; reason: string }[];
}

export interface DiffRequest extends ResourceRequest {
  id: string;
  oldInputs: Properties;
  oldOutputs: Properties;
  inputs: Properties;
  ignoreChanges: readonly string[];
}

export type DiffKind = "add" | "delete" | "update";

export interface DiffResponse {
  /** Every property path that differs; `replaces` says whether it cannot be changed in place. */
  changes: Map<string, { kind: DiffKind; replaces: boolean }>;
  deleteBeforeReplace: boolean;
}

export interface CreateRequest extends ResourceRequest {
  inputs: Properties;
  preview: boolean;
}

export interface ReadRequest extends ResourceRequest {
  id: string;
  oldInputs: Properties;
  oldOutputs: Properties;
}

/** What a resource is; undefined when it does not exist. */
export type ReadResponse = { id: string; inputs: Properties; outputs: Properties } | undefined;

export interface UpdateRequest extends ResourceRequest {
  id: string;
  inputs: Properties;
  oldInputs: Properties;
  oldOutputs: Properties;
  preview: boolean;
}

export interface DeleteRequest extends ResourceRequest {
  id: string;
  inputs: Properties;
  outputs: Properties;
}

export interface InvokeRequest {
  token: string;
  args: Properties;
  preview: boolean;
  config: Properties;
}

/** What one Pulumi package does behind the door. Properties carry secret marks and unknown values as on the wire. */
export interface PackageProvider {
  check(request: CheckRequest): CheckResponse | Promise<CheckResponse>;
  diff(request: DiffRequest): DiffResponse | Promise<DiffResponse>;
  create(request: CreateRequest): Promise<{ id: string; outputs: Properties }>;
  read(request: ReadRequest): Promise<ReadResponse>;
  update(request: UpdateRequest): Promise<Properties>;
  remove(request: DeleteRequest): Promise<void>;
  invoke(request: InvokeRequest): Promise<Properties | { value: Value }>;
}
