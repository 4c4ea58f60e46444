import { isDeepStrictEqual } from "node:util";
import type { Provider } from "../providers/provider";
import { isServiceError } from "../rpc/server";
import type { ResourceState } from "../state/resource-state";
import { isProviderType, packageOf, parseProviderReference } from "../state/urn";
import { ignoringChanges, touches } from "../values/paths";
import { containsUnknowns } from "../values/walk";
import { isUnknown } from "../values/wire";
import type { BuiltinProvider } from "./builtin";
import type { Goal } from "./goal";
import type { HookMoment, HookSubject, ResourceHooks } from "./hooks";
import { replacementSeedOf } from "./identifier";
import { type ProviderRegistry, providerId } from "./provider-registry";
import type { Recorder } from "./recorder";
import { markSecretOutputs } from "./secret-outputs";

/** What a pass does to a resource. */
export type Action = "create" | "update" | "replace" | "same";

/** What is to be done, and for a replacement whether what is there goes before its successor comes. */
interface Decision {
  action: Action;
  deleteFirst?: boolean;
}

/** Does to a resource what its goal asks for, and fills in its id and outputs. */
export class Steps {
  /** What this pass has replaced; others may ask to be replaced along with it. */
  private readonly replaced = new Set<string>();

  constructor(
    private readonly registry: ProviderRegistry,
    private readonly builtin: BuiltinProvider,
    private readonly hooks: ResourceHooks,
    private readonly recorder: Recorder,
    private readonly preview: boolean,
  ) {}

  /** Throws the provider's error where Azure, or another provider, refuses. */
  async perform(resource: ResourceState, goal: Goal, old: ResourceState | undefined): Promise<Action> {
    if (!goal.custom) return this.keep(resource, old);
    if (isProviderType(resource.type)) return this.configureProvider(resource, old);
    if (packageOf(resource.type) === "pulumi") return this.createBuiltin(resource, old);
    const provider = this.provider(resource);
    const { action, deleteFirst } = await this.decide(provider, resource, goal, old);
    if (action === "same") {
      this.keep(resource, old);
      return action;
    }
    if (action === "replace" && old) await this.checkAfresh(provider, resource, goal, old);
    await this.runHooks(goal, action === "update" ? "beforeUpdate" : "beforeCreate", resource, old);
    await this.retrying(goal, action === "update" ? "update" : "create", resource, old, async () => {
      if (action === "update" && old) await this.update(provider, resource, goal, old);
      else if (goal.importId !== "" && !old) await this.importExisting(provider, resource, goal.importId);
      else await this.create(provider, resource, action === "replace" ? old : undefined, deleteFirst);
    });
    resource.outputs = markSecretOutputs(resource.outputs, resource);
    await this.runHooks(goal, action === "update" ? "afterUpdate" : "afterCreate", resource, old);
    return action;
  }

  /** Reads what exists under the resource's id. A preview cannot where the id is not known yet. */
  async read(resource: ResourceState): Promise<void> {
    if (isUnknown(resource.id)) return;
    if (packageOf(resource.type) === "pulumi") {
      Object.assign(resource, await this.builtin.read(resource.type, resource.id, resource.inputs));
    } else {
      const found = await this.provider(resource).read(resource, resource.id, {}, resource.inputs);
      if (!found) throw new MissingResource(resource.id);
      resource.id = found.id;
      resource.inputs = found.inputs;
      resource.outputs = found.outputs;
    }
    resource.outputs = markSecretOutputs(resource.outputs, resource);
  }

  async remove(resource: ResourceState): Promise<void> {
    const managed = resource.custom && !isProviderType(resource.type) && packageOf(resource.type) !== "pulumi";
    if (!managed || resource.retainOnDelete || resource.deletedWith !== "") return;
    try {
      await this.provider(resource).delete(resource, resource, resource.customTimeouts.delete);
    } catch (error) {
      this.recorder.error(
        `deleting ${resource.urn}: ${isServiceError(error) ? error.details : String(error)}`,
        resource.urn,
      );
    }
  }

  private provider(resource: ResourceState): Provider {
    const provider = this.registry.get(resource.provider);
    if (!provider) throw new Error(`unknown provider '${resource.provider}' for resource '${resource.urn}'`);
    return provider;
  }

  /** Nothing is asked of a provider. */
  private keep(resource: ResourceState, old: ResourceState | undefined): Action {
    resource.id = old?.id ?? "";
    resource.outputs = old?.outputs ?? {};
    return compared(resource, old);
  }

  private async configureProvider(resource: ResourceState, old: ResourceState | undefined): Promise<Action> {
    const own = packageOf(resource.type) === "pulumi";
    const configured = own
      ? { id: providerId(resource, old, this.preview), outputs: resource.inputs }
      : await this.registry.configure(resource, old);
    Object.assign(resource, configured);
    return compared(resource, old);
  }

  private async createBuiltin(resource: ResourceState, old: ResourceState | undefined): Promise<Action> {
    Object.assign(resource, await this.builtin.create(resource.urn, resource.type, resource.inputs, old));
    return compared(resource, old);
  }

  private async decide(
    provider: Provider,
    resource: ResourceState,
    goal: Goal,
    old: ResourceState | undefined,
  ): Promise<Decision> {
    if (!old) return { action: "create" };
    const before = parseProviderReference(old.provider)?.urn;
    const after = parseProviderReference(resource.provider)?.urn;
    if (before !== after && !this.isSameDefault(before, after)) return this.replace(resource, goal);
    const triggered = !isDeepStrictEqual(old.replacementTrigger, resource.replacementTrigger);
    if (triggered || goal.replaceWith.some((urn) => this.replaced.has(urn))) return this.replace(resource, goal);
    const equal = isDeepStrictEqual(old.inputs, resource.inputs);
    if (this.preview && equal) return { action: "same" };
    const diff = await provider.diff(resource, old.id, old, resource.inputs, goal.ignoreChanges);
    const changed = diff.changes === "some" || (diff.changes === "unknown" && !equal);
    if (!changed) return { action: "same" };
    const forced = goal.replaceOnChanges.some((path) => diff.diffs.some((property) => touches(property, path)));
    const replaces = diff.replaces.length > 0 || forced;
    return replaces ? this.replace(resource, goal, diff.deleteBeforeReplace) : { action: "update" };
  }

  private replace(resource: ResourceState, goal: Goal, deleteFirst = false): Decision {
    this.replaced.add(resource.urn);
    return { action: "replace", deleteFirst: goal.deleteBeforeReplace ?? deleteFirst };
  }

  /** What replaces a resource takes over none of its made-up values: its provider makes them up again. */
  private async checkAfresh(
    provider: Provider,
    resource: ResourceState,
    goal: Goal,
    old: ResourceState,
  ): Promise<void> {
    const inputs = ignoringChanges(goal.inputs, old.inputs, goal.ignoreChanges);
    const checked = await provider.check(resource, undefined, inputs, replacementSeedOf(resource.urn));
    const [failure] = checked.failures;
    if (failure) throw new Error(`${failure.property}: ${failure.reason}`);
    resource.inputs = checked.inputs;
  }

  /** A newer default provider of the same package manages what the older one did. */
  private isSameDefault(before: string | undefined, after: string | undefined): boolean {
    const unversioned = (urn: string | undefined) =>
      /^(.*::pulumi:providers:[^:]+::default)(?:_|$)/.exec(urn ?? "")?.[1];
    return unversioned(before) !== undefined && unversioned(before) === unversioned(after);
  }

  private async create(
    provider: Provider,
    resource: ResourceState,
    replaced: ResourceState | undefined,
    deleteFirst: boolean | undefined,
  ): Promise<void> {
    const removed = this.preview ? undefined : replaced;
    if (removed && deleteFirst) await this.remove(removed);
    // What depends on an output that nobody here can know is foretold, as in a preview.
    const foretold = this.preview || containsUnknowns(resource.inputs);
    const created = await provider.create(resource, resource.inputs, resource.customTimeouts.create, foretold);
    Object.assign(resource, created);
    if (removed && !deleteFirst) await this.remove(removed);
  }

  private async update(provider: Provider, resource: ResourceState, goal: Goal, old: ResourceState): Promise<void> {
    resource.id = old.id;
    resource.outputs = await provider.update(resource, old, resource.inputs, {
      timeout: goal.customTimeouts.update,
      ignored: goal.ignoreChanges,
      preview: this.preview,
    });
  }

  /** What the program imports exists in Azure and not here; it is taken to be as the program describes it. */
  private async importExisting(provider: Provider, resource: ResourceState, id: string): Promise<void> {
    const found = await provider.read(resource, id, {}, {});
    if (found) {
      resource.outputs = found.outputs;
    } else {
      const { outputs } = await provider.create(resource, resource.inputs, 0, true);
      const said = Object.entries(outputs).filter(([, value]) => this.preview || !containsUnknowns(value));
      resource.outputs = Object.fromEntries(said);
      this.recorder.note("Imported resources are taken to exist as the program describes them.");
    }
    resource.id = id;
  }

  /** Tries again what the resource's error hooks ask to be tried again. */
  private async retrying(
    goal: Goal,
    operation: "create" | "update",
    resource: ResourceState,
    old: ResourceState | undefined,
    operate: () => Promise<void>,
  ): Promise<void> {
    const errors: string[] = [];
    for (let attempt = 1; ; attempt++) {
      try {
        return await operate();
      } catch (error) {
        errors.unshift(isServiceError(error) ? error.details : String(error));
        const hooked = (goal.hooks.onError ?? []).length > 0 && attempt < MOST_ATTEMPTS;
        if (!hooked || !(await this.hooks.wantsRetry(goal.hooks, operation, subjectOf(resource, old), errors)))
          throw error;
      }
    }
  }

  private async runHooks(
    goal: Goal,
    moment: HookMoment,
    resource: ResourceState,
    old: ResourceState | undefined,
  ): Promise<void> {
    if (!goal.hooks[moment]?.length) return;
    const outputs = moment.startsWith("after") ? { newOutputs: resource.outputs } : {};
    await this.hooks.run(goal.hooks, moment, { ...subjectOf(resource, old), ...outputs });
  }
}

/** How often an operation is tried for error hooks that never give up; the engine's own limit. */
const MOST_ATTEMPTS = 100;

function subjectOf(resource: ResourceState, old: ResourceState | undefined): HookSubject {
  const { urn, id, name, type, inputs } = resource;
  return { urn, id, name, type, newInputs: inputs, ...(old ? { oldInputs: old.inputs, oldOutputs: old.outputs } : {}) };
}

/** Nothing exists under the id that a program reads. */
export class MissingResource extends Error {
  constructor(id: string) {
    super(`resource '${id}' does not exist`);
  }
}

/** For what no provider is asked about: changed where the inputs are. */
function compared(resource: ResourceState, old: ResourceState | undefined): Action {
  if (!old) return "create";
  return isDeepStrictEqual(old.inputs, resource.inputs) ? "same" : "update";
}
