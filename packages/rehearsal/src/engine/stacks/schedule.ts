import type { StackOutputs } from "../deploy/stack-references";
import type { ValueMap } from "../values/wire";
import { Slots } from "./slots";

/** What a rehearsed stack leaves for others. */
export interface FinishedStack<Result> {
  result: Result;
  /** The outputs of the deployed stack; undefined where it did not get as far. */
  outputs: () => Promise<ValueMap | undefined>;
}

/** Rehearses one stack. */
export type StackRun<Result> = (stack: string, references: StackOutputs) => Promise<FinishedStack<Result>>;

/**
 * Rehearses stacks side by side, as many at once as there are processors. A stack that reads another's outputs waits
 * for it and lets others work meanwhile.
 */
export async function rehearseAll<Result>(
  project: string,
  stacks: readonly string[],
  atOnce: number,
  run: StackRun<Result>,
): Promise<Result[]> {
  const slots = new Slots(atOnce);
  const finished = new Map<string, Promise<FinishedStack<Result>>>();
  const waitsFor = new Map<string, string>();

  const referencesOf = (stack: string): StackOutputs => ({
    async of(name) {
      const other = stackNamed(name, project);
      const awaited = other === undefined || other === stack ? undefined : finished.get(other);
      if (other === undefined || awaited === undefined) return undefined;
      for (let next: string | undefined = other; next !== undefined; next = waitsFor.get(next))
        if (next === stack)
          throw new Error(`stack reference ${name}: stacks ${stack} and ${other} wait for each other's outputs`);
      waitsFor.set(stack, other);
      slots.release();
      try {
        const outputs = await (await awaited).outputs();
        if (!outputs)
          throw new Error(`stack reference ${name}: the rehearsal of stack ${other} failed, so it has no outputs`);
        return outputs;
      } finally {
        await slots.acquire();
        waitsFor.delete(stack);
      }
    },
  });

  const start = async (stack: string): Promise<FinishedStack<Result>> => {
    await slots.acquire();
    try {
      return await run(stack, referencesOf(stack));
    } finally {
      slots.release();
    }
  };
  for (const stack of stacks) finished.set(stack, start(stack));
  const ended = await Promise.allSettled(finished.values());
  return ended.map((end) => {
    if (end.status === "rejected") throw end.reason;
    return end.value.result;
  });
}

/** The stack of this project that a reference names: `organization/project/stack`, `project/stack` or `stack`. */
function stackNamed(reference: string, project: string): string | undefined {
  const parts = reference.split("/");
  const stack = parts.at(-1);
  return parts.length === 1 || parts.at(-2) === project ? stack : undefined;
}
