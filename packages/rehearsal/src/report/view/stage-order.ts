/** The usual names of stages, in the order in which a change is promoted; names in one row are the same stage. */
const stages: readonly (readonly string[])[] = [
  ["sandbox", "sbx", "playground"],
  ["dev", "development"],
  ["test", "tst", "qa", "integration"],
  ["staging", "stage", "stg", "uat", "preprod", "acceptance"],
  ["prod", "prd", "production", "live"],
];

/** Stacks in the order of promotion where every name tells its stage (`prod`, `prod-weu`), else as they came. */
export function inPromotionOrder<T extends { stack: string }>(stacks: readonly T[]): T[] {
  const rank = new Map(stacks.map(({ stack }) => [stack, stageOf(stack)]));
  if ([...rank.values()].includes(-1)) return [...stacks];
  return stacks.toSorted((a, b) => (rank.get(a.stack) ?? 0) - (rank.get(b.stack) ?? 0));
}

/** What a stack's own name may look like inside other names: as it is, or as its stage's other names. */
export function namesOfStack(stack: string): readonly string[] {
  return [stack.toLowerCase(), ...(stages[stageOf(stack)] ?? [])];
}

function stageOf(stack: string): number {
  const words = stack.toLowerCase().split(/[^a-z]+/);
  return stages.findIndex((names) => names.some((name) => words.includes(name)));
}
