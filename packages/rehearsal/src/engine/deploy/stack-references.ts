import type { ValueMap } from "../values/wire";

/** Where a stack reference finds the outputs of another stack. */
export interface StackOutputs {
  /**
   * The outputs of a rehearsed stack once it is done; undefined where the named stack is not part of the rehearsal.
   * Throws where two stacks wait for each other, or the other stack failed.
   */
  of(name: string): Promise<ValueMap | undefined>;
}
