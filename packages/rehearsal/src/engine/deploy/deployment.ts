import type { Changes } from "../../document";
import type { StackIdentity } from "../program/node-host";
import { isServiceError } from "../rpc/server";
import type { ResourceState, StackState } from "../state/resource-state";
import { createUrn, isProviderType, packageOf, parseProviderReference } from "../state/urn";
import { ignoringChanges } from "../values/paths";
import type { ValueMap } from "../values/wire";
import type { BuiltinProvider } from "./builtin";
import type { Goal, Registered } from "./goal";
import type { ResourceHooks } from "./hooks";
import { seedOf } from "./identifier";
import type { Judgement } from "./judgement";
import { OldResources } from "./old-resources";
import type { ProviderRegistry } from "./provider-registry";
import type { Recorder } from "./recorder";
import { refusalOf, refusalOfInputs } from "./refusal";
import { type Action, MissingResource, Steps } from "./steps";

/** What a program reads and does not own. */
export interface ReadGoal {
  type: string;
  name: string;
  id: string;
  parent: string;
  inputs: ValueMap;
  dependencies: string[];
  provider: string;
  additionalSecretOutputs: string[];
}

/** What a deployment works with. */
export interface DeploymentParts {
  identity: StackIdentity;
  registry: ProviderRegistry;
  builtin: BuiltinProvider;
  judgement: Judgement;
  hooks: ResourceHooks;
  recorder: Recorder;
  onResource: (urn: string, action: Action | "read" | "refused") => void;
}

const NO_TIMEOUTS = { create: 0, update: 0, delete: 0 };

/** One pass over a program: takes its registrations, one by one and side by side, from goal to state. */
export class Deployment {
  /** Everything registered, in order, by URN; undefined while it is worked on and where it failed. */
  private readonly registered = new Map<string, ResourceState | undefined>();
  private readonly goals = new Map<string, Goal>();
  private readonly old: OldResources;
  private readonly steps: Steps;
  /** What this pass changes against the state before it. */
  readonly changes: Changes = { create: [], update: [], replace: [], delete: [], same: 0 };

  constructor(
    private readonly parts: DeploymentParts,
    olds: StackState,
  ) {
    this.old = new OldResources(olds);
    this.steps = new Steps(parts.registry, parts.builtin, parts.hooks, parts.recorder, parts.identity.preview);
  }

  /** The resources of this pass, in the order of their registration. */
  get state(): StackState {
    return new Map([...this.registered].flatMap(([urn, state]) => (state ? [[urn, state] as const] : [])));
  }

  find(urn: string): ResourceState | undefined {
    return this.registered.get(urn);
  }

  /** Whether anything registered in this pass did not come to be. */
  get incomplete(): boolean {
    return [...this.registered.values()].includes(undefined);
  }

  /** Takes one resource from what the program wants to what is. */
  async register(goal: Goal): Promise<Registered> {
    const { identity, recorder, judgement, registry } = this.parts;
    const urn = this.claim(goal);
    const failed: Registered = { urn, id: "", outputs: {}, failed: true, partial: false };
    if (urn === "") return failed;
    try {
      this.inherit(goal);
      this.goals.set(urn, goal);
      const old = this.old.find(urn, { ...goal, ...identity }, goal.aliases, (other) => this.registered.has(other));
      const resource = newResource(urn, goal, old);
      const owned = old && !old.external ? old : undefined;
      if (owned) resource.inputs = ignoringChanges(goal.inputs, owned.inputs, goal.ignoreChanges);
      if (!(await this.check(resource, goal, owned))) return failed;
      if (!(await judgement.allows(resource, this.providerOf(resource))) && !identity.preview) {
        this.parts.onResource(urn, "refused");
        return failed;
      }
      const action = await this.steps.perform(resource, goal, owned);
      this.registered.set(urn, resource);
      this.record(urn, action);
      const partial = !identity.preview && goal.custom && (resource.id === "" || registry.echoes(goal.type));
      return { urn, id: resource.id, outputs: resource.outputs, failed: false, partial };
    } catch (error) {
      if (isServiceError(error)) this.refuse(urn, error.details);
      else recorder.error(error instanceof Error ? error.message : String(error), urn);
      return failed;
    }
  }

  /** Reads a resource that exists elsewhere. */
  async read(goal: ReadGoal): Promise<ResourceState> {
    const { recorder } = this.parts;
    const urn = this.claim(goal);
    if (urn === "") throw new Error(`resource ${goal.name} [${goal.type}] cannot be read: its URN is taken`);
    const resource: ResourceState = {
      ...newResource(
        urn,
        {
          ...goal,
          custom: true,
          propertyDependencies: {},
          aliases: [],
          ignoreChanges: [],
          replaceOnChanges: [],
          customTimeouts: NO_TIMEOUTS,
          deletedWith: "",
          importId: "",
          replaceWith: [],
          hooks: {},
        },
        undefined,
      ),
      external: true,
      id: goal.id,
    };
    try {
      await this.steps.read(resource);
    } catch (error) {
      if (error instanceof MissingResource)
        recorder.refusals.push({ urn, code: "ResourceNotFound", status: 404, message: error.message });
      else if (isServiceError(error)) recorder.refusals.push(refusalOf(urn, error.details));
      throw error;
    }
    this.registered.set(urn, resource);
    this.parts.onResource(urn, "read");
    return resource;
  }

  /** Outputs that a component, or the stack, announces after its registration. */
  registerOutputs(urn: string, outputs: ValueMap): void {
    const resource = this.registered.get(urn);
    if (resource) resource.outputs = outputs;
  }

  /** What the program no longer registers, deleted in the order that dependencies ask for. */
  async deleteUnclaimed(): Promise<void> {
    for (const resource of this.old.unclaimed((urn) => this.registered.has(urn))) {
      if (resource.external) continue;
      if (resource.protect) {
        this.parts.recorder.error(`resource ${resource.urn} cannot be deleted because it is protected`, resource.urn);
        continue;
      }
      this.changes.delete.push(resource.urn);
      if (!this.parts.identity.preview) await this.steps.remove(resource);
    }
  }

  /** The provider resource of a resource; undefined for components and providers. */
  providerOf(resource: ResourceState): ResourceState | undefined {
    const reference = parseProviderReference(resource.provider);
    return reference ? this.registered.get(reference.urn) : undefined;
  }

  /** Something that the reader of the rehearsal should know. */
  note(text: string): void {
    this.parts.recorder.note(text);
  }

  refuse(urn: string, message: string): void {
    this.parts.recorder.refusals.push(refusalOf(urn, message));
    this.parts.onResource(urn, "refused");
  }

  /** The resource's URN, taken for it; empty, with the reason reported, where it cannot be. */
  private claim({ parent, type, name }: Pick<Goal, "parent" | "type" | "name">): string {
    const { identity, recorder } = this.parts;
    if (parent !== "" && !this.registered.has(parent)) {
      recorder.error(`could not find parent resource ${parent}`);
      return "";
    }
    const urn = createUrn(identity.stack, identity.project, parent, type, name);
    if (this.registered.has(urn)) {
      recorder.error(`Duplicate resource URN '${urn}'; try giving it a unique name`, urn);
      return "";
    }
    this.registered.set(urn, undefined);
    return urn;
  }

  /** What a resource takes over from its parent where it says nothing itself. */
  private inherit(goal: Goal): void {
    const parent = this.goals.get(goal.parent);
    goal.protect ??= parent?.protect;
    goal.retainOnDelete ??= parent?.retainOnDelete;
    if (goal.deletedWith === "") goal.deletedWith = parent?.deletedWith ?? "";
  }

  /** Has the provider check and complete the inputs; false, with the refusal recorded, where it does not accept them. */
  private async check(resource: ResourceState, goal: Goal, old: ResourceState | undefined): Promise<boolean> {
    const { registry, builtin, recorder } = this.parts;
    if (!goal.custom) return true;
    const { urn, type, name, inputs } = resource;
    if (isProviderType(type)) {
      if (packageOf(type) === "pulumi") return true;
      const checked = await registry.check(urn, type, name, inputs);
      resource.inputs = checked.inputs;
      return this.accepted(urn, checked.failures);
    }
    if (packageOf(type) === "pulumi") return this.accepted(urn, builtin.problems(type, inputs));
    const provider = registry.get(goal.provider);
    if (!provider) {
      recorder.error(`unknown provider '${goal.provider}' for resource '${urn}'`, urn);
      return false;
    }
    const checked = await provider.check(resource, old?.inputs, inputs, seedOf(urn));
    resource.inputs = checked.inputs;
    return this.accepted(urn, checked.failures);
  }

  private accepted(urn: string, failures: Parameters<typeof refusalOfInputs>[1]): boolean {
    if (failures.length === 0) return true;
    this.parts.recorder.refusals.push(refusalOfInputs(urn, failures));
    this.parts.onResource(urn, "refused");
    return false;
  }

  private record(urn: string, action: Action): void {
    if (action === "same") this.changes.same += 1;
    else this.changes[action].push(urn);
    this.parts.onResource(urn, action);
  }
}

function newResource(
  urn: string,
  goal: Omit<Goal, "protect" | "retainOnDelete" | "deleteBeforeReplace"> & Partial<Goal>,
  old: ResourceState | undefined,
): ResourceState {
  return {
    urn,
    type: goal.type,
    name: goal.name,
    custom: goal.custom,
    external: false,
    id: "",
    inputs: goal.inputs,
    outputs: {},
    parent: goal.parent,
    protect: goal.protect ?? false,
    dependencies: goal.dependencies,
    propertyDependencies: goal.propertyDependencies,
    provider: goal.provider,
    aliases: old && old.urn !== urn ? [old.urn] : [],
    additionalSecretOutputs: goal.additionalSecretOutputs,
    ignoreChanges: goal.ignoreChanges,
    ...(goal.deleteBeforeReplace === undefined ? {} : { deleteBeforeReplace: goal.deleteBeforeReplace }),
    customTimeouts: goal.customTimeouts,
    retainOnDelete: goal.retainOnDelete ?? false,
    deletedWith: goal.deletedWith,
    importId: goal.importId,
    ...(goal.replacementTrigger === undefined ? {} : { replacementTrigger: goal.replacementTrigger }),
  };
}
