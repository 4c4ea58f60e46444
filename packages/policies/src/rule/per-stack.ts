import type { Stack } from "./stack";

/**
 * What is made once for each stack, when it is first asked for: an index, so that a rule that looks others up for each
 * resource costs as much as the stack is long and no more.
 */
export function perStack<Made>(make: (stack: Stack) => Made): (stack: Stack) => Made {
  const kept = new WeakMap<Stack, { made: Made }>();
  return (stack) => {
    const known = kept.get(stack);
    if (known !== undefined) return known.made;
    const made = make(stack);
    kept.set(stack, { made });
    return made;
  };
}
