import type { Callback } from "@pulumi/pulumi/proto/callback_pb";
import * as resources from "@pulumi/pulumi/proto/resource_pb";
import type { Callbacks } from "../monitor/callbacks";
import { toStruct } from "../values/struct";
import type { ValueMap } from "../values/wire";

/** When a resource hook runs, named as the program names it. */
export type HookMoment =
  | "beforeCreate"
  | "afterCreate"
  | "beforeUpdate"
  | "afterUpdate"
  | "beforeDelete"
  | "afterDelete";

/** The names of the hooks that a resource asked for, by moment; `onError` are those that may ask for another try. */
export type HookBinding = Partial<Record<HookMoment | "onError", string[]>>;

interface RegisteredHook {
  target: string;
  token: string;
  onDryRun: boolean;
  ignoreErrors: boolean;
}

/** What a hook is told of the resource. */
export interface HookSubject {
  urn: string;
  id: string;
  name: string;
  type: string;
  newInputs?: ValueMap;
  oldInputs?: ValueMap;
  newOutputs?: ValueMap;
  oldOutputs?: ValueMap;
}

/** The functions that a program registered to run around operations on its resources. */
export class ResourceHooks {
  private readonly registered = new Map<string, RegisteredHook>();
  private readonly errorHooks = new Map<string, Callback>();

  constructor(
    private readonly callbacks: Callbacks,
    private readonly preview: boolean,
    private readonly warn: (message: string, urn: string) => void,
  ) {}

  register(request: resources.RegisterResourceHookRequest): void {
    const callback = request.getCallback();
    if (!callback) throw new Error(`resource hook ${request.getName()} has no callback`);
    if (this.registered.has(request.getName()))
      throw new Error(`resource hook already registered for name "${request.getName()}"`);
    this.registered.set(request.getName(), {
      target: callback.getTarget(),
      token: callback.getToken(),
      onDryRun: request.getOnDryRun(),
      ignoreErrors: request.getIgnoreErrors(),
    });
  }

  registerErrorHook(request: resources.RegisterErrorHookRequest): void {
    const callback = request.getCallback();
    if (!callback) throw new Error(`error hook ${request.getName()} has no callback`);
    this.errorHooks.set(request.getName(), callback);
  }

  /** Tells a resource's error hooks of a failed operation; whether one of them asks for another try. */
  async wantsRetry(
    binding: HookBinding,
    operation: "create" | "update",
    subject: HookSubject,
    errors: readonly string[],
  ): Promise<boolean> {
    let retry = false;
    for (const name of binding.onError ?? []) {
      const hook = this.errorHooks.get(name);
      if (!hook) throw new Error(`error hook "${name}" of ${subject.urn} was not registered`);
      const request = new resources.ErrorHookRequest().setUrn(subject.urn).setId(subject.id).setName(subject.name);
      request
        .setType(subject.type)
        .setFailedOperation(operation)
        .setErrorsList([...errors]);
      if (subject.newInputs) request.setNewInputs(toStruct(subject.newInputs));
      if (subject.oldInputs) request.setOldInputs(toStruct(subject.oldInputs));
      if (subject.oldOutputs) request.setOldOutputs(toStruct(subject.oldOutputs));
      const bytes = await this.callbacks.invoke(hook.getTarget(), hook.getToken(), request.serializeBinary());
      const response = resources.ErrorHookResponse.deserializeBinary(bytes);
      if (response.getError() !== "") this.warn(`onError hook "${name}" failed: ${response.getError()}`, subject.urn);
      retry ||= response.getRetry();
    }
    return retry;
  }

  /** Runs a resource's hooks of one moment in order. A hook that fails, fails the operation unless it may be ignored. */
  async run(binding: HookBinding, moment: HookMoment, subject: HookSubject): Promise<void> {
    for (const name of binding[moment] ?? []) {
      const hook = this.registered.get(name);
      if (!hook) throw new Error(`resource hook "${name}" of ${subject.urn} was not registered`);
      if (this.preview && !hook.onDryRun) continue;
      const error = await this.call(hook, subject);
      if (!error) continue;
      if (!hook.ignoreErrors && moment.startsWith("before"))
        throw new Error(`${moment} hook "${name}" failed: ${error}`);
      this.warn(`${moment} hook "${name}" failed: ${error}`, subject.urn);
    }
  }

  private async call(hook: RegisteredHook, subject: HookSubject): Promise<string> {
    const request = new resources.ResourceHookRequest();
    request.setUrn(subject.urn).setId(subject.id).setName(subject.name).setType(subject.type);
    if (subject.newInputs) request.setNewInputs(toStruct(subject.newInputs));
    if (subject.oldInputs) request.setOldInputs(toStruct(subject.oldInputs));
    if (subject.newOutputs) request.setNewOutputs(toStruct(subject.newOutputs));
    if (subject.oldOutputs) request.setOldOutputs(toStruct(subject.oldOutputs));
    const response = await this.callbacks.invoke(hook.target, hook.token, request.serializeBinary());
    return resources.ResourceHookResponse.deserializeBinary(response).getError();
  }
}
