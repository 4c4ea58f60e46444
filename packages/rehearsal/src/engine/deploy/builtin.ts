import type { ResourceState } from "../state/resource-state";
import { containsSecrets } from "../values/walk";
import { UNKNOWN, type Value, type ValueMap } from "../values/wire";
import { uuidOf } from "./identifier";
import type { Recorder } from "./recorder";
import type { StackOutputs } from "./stack-references";

const STACK_REFERENCE = "pulumi:pulumi:StackReference";
const STASH = "pulumi:index:Stash";

/** What the engine provides itself: stack references, stashes, and the look-up behind resource references. */
export class BuiltinProvider {
  constructor(
    private readonly stacks: StackOutputs,
    private readonly preview: boolean,
    private readonly recorder: Recorder,
    private readonly find: (urn: string) => ResourceState | undefined,
  ) {}

  /** What a new resource of the engine's own types gives. */
  async create(
    urn: string,
    type: string,
    inputs: ValueMap,
    old: ResourceState | undefined,
  ): Promise<{ id: string; outputs: ValueMap }> {
    const id = this.preview ? (old?.id ?? "") : uuidOf(urn);
    if (type === STACK_REFERENCE) return { id, outputs: await this.readStack(inputs) };
    if (type === STASH) {
      const input = inputs.input ?? null;
      return { id, outputs: { input, output: old?.outputs.output ?? input } };
    }
    throw new Error(`unrecognized resource type '${type}'`);
  }

  /** What is wrong with the inputs of the engine's own types. */
  problems(type: string, inputs: ValueMap): { property: string; reason: string }[] {
    const property = type === STACK_REFERENCE ? "name" : type === STASH ? "input" : undefined;
    if (!property) return [{ property: "", reason: `unrecognized resource type '${type}'` }];
    return property in inputs ? [] : [{ property, reason: `missing required property "${property}"` }];
  }

  async read(type: string, id: string, inputs: ValueMap): Promise<{ id: string; outputs: ValueMap }> {
    if (type !== STACK_REFERENCE) return { id, outputs: inputs };
    return { id, outputs: await this.readStack({ ...inputs, name: inputs.name ?? id }) };
  }

  async invoke(token: string, args: ValueMap): Promise<ValueMap> {
    if (token === "pulumi:pulumi:readStackOutputs") return this.readStack(args);
    if (token !== "pulumi:pulumi:getResource") throw new Error(`unrecognized function name: '${token}'`);
    const urn = String(args.urn ?? "");
    const state = this.find(urn);
    if (!state) throw new Error(`unknown resource ${urn}`);
    return { urn, id: state.id, state: state.outputs };
  }

  private async readStack(inputs: ValueMap): Promise<ValueMap> {
    const name = inputs.name ?? "";
    if (typeof name !== "string") throw new Error("a stack reference's name must be a string");
    const outputs = await this.stacks.of(name);
    if (outputs) {
      const secretOutputNames: Value[] = Object.keys(outputs)
        .filter((key) => containsSecrets(outputs[key]))
        .sort();
      return { name, outputs, secretOutputNames };
    }
    if (!this.preview)
      throw new Error(
        `stack reference ${name}: this stack is not part of the rehearsal, so its outputs do not exist; rehearse it in the same run (--stack), or rehearse in preview mode, where they are unknown`,
      );
    this.recorder.note(`The outputs of stack ${name} are unknown: it is not part of this rehearsal.`);
    return { name, outputs: UNKNOWN, secretOutputNames: UNKNOWN };
  }
}
