import type { Callback } from "@pulumi/pulumi/proto/callback_pb";
import * as resources from "@pulumi/pulumi/proto/resource_pb";
import { fromStruct, toStruct } from "../values/struct";
import type { ValueMap } from "../values/wire";
import type { Callbacks } from "./callbacks";

/** A resource on its way through transforms. */
export interface Transformed {
  inputs: ValueMap;
  options: resources.TransformResourceOptions;
}

/** What a transform is told of the resource beside its inputs and options. */
export interface TransformSubject {
  type: string;
  name: string;
  custom: boolean;
  parent: string;
}

/** The functions of the program that change resources and invokes before the engine sees them. */
export class Transforms {
  private readonly ofStack: Callback[] = [];
  private readonly ofInvokes: Callback[] = [];
  private readonly ofResource = new Map<string, Callback[]>();
  private readonly parents = new Map<string, string>();

  constructor(private readonly callbacks: Callbacks) {}

  addToStack(callback: Callback): void {
    this.ofStack.push(withTarget(callback));
  }

  addToInvokes(callback: Callback): void {
    this.ofInvokes.push(withTarget(callback));
  }

  /** Remembers a registered resource's transforms, which its children go through as well. */
  remember(urn: string, parent: string, own: Callback[]): void {
    this.ofResource.set(urn, own);
    this.parents.set(urn, parent);
  }

  /** In the order of the engine: the resource's own, its parents' from the nearest on, the stack's. */
  forResource(own: readonly Callback[], parent: string): Callback[] {
    const inherited: Callback[] = [];
    for (let urn = parent; urn !== ""; urn = this.parents.get(urn) ?? "")
      inherited.push(...(this.ofResource.get(urn) ?? []));
    return [...own, ...inherited, ...this.ofStack];
  }

  async apply(transforms: readonly Callback[], subject: TransformSubject, resource: Transformed): Promise<Transformed> {
    let { inputs, options } = resource;
    for (const transform of transforms) {
      const request = new resources.TransformRequest().setType(subject.type).setName(subject.name);
      request.setCustom(subject.custom).setParent(subject.parent).setProperties(toStruct(inputs)).setOptions(options);
      const bytes = await this.callbacks.invoke(transform.getTarget(), transform.getToken(), request.serializeBinary());
      const response = resources.TransformResponse.deserializeBinary(bytes);
      if (response.getProperties()) inputs = fromStruct(response.getProperties());
      options = response.getOptions() ?? options;
    }
    return { inputs, options };
  }

  async applyToInvoke(
    token: string,
    args: ValueMap,
    options: resources.TransformInvokeOptions,
  ): Promise<{ args: ValueMap; options: resources.TransformInvokeOptions }> {
    let current = { args, options };
    for (const transform of this.ofInvokes) {
      const request = new resources.TransformInvokeRequest().setToken(token);
      request.setArgs(toStruct(current.args)).setOptions(current.options);
      const bytes = await this.callbacks.invoke(transform.getTarget(), transform.getToken(), request.serializeBinary());
      const response = resources.TransformInvokeResponse.deserializeBinary(bytes);
      current = {
        args: response.getArgs() ? fromStruct(response.getArgs()) : current.args,
        options: response.getOptions() ?? current.options,
      };
    }
    return current;
  }
}

function withTarget(callback: Callback): Callback {
  if (callback.getTarget() === "") throw new Error("target must be specified");
  return callback;
}
