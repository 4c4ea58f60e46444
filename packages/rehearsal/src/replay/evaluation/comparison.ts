/** How a rule compares, in Azure Monitor's words. */
export const Operator = {
  GreaterThan: "GreaterThan",
  GreaterThanOrEqual: "GreaterThanOrEqual",
  LessThan: "LessThan",
  LessThanOrEqual: "LessThanOrEqual",
  Equals: "Equals",
} as const;
export type Operator = (typeof Operator)[keyof typeof Operator];

const comparisons: Readonly<Record<Operator, (value: number, threshold: number) => boolean>> = {
  GreaterThan: (value, threshold) => value > threshold,
  GreaterThanOrEqual: (value, threshold) => value >= threshold,
  LessThan: (value, threshold) => value < threshold,
  LessThanOrEqual: (value, threshold) => value <= threshold,
  Equals: (value, threshold) => value === threshold,
};

/** Whether a value is beyond a threshold. */
export function compares(operator: Operator): (value: number, threshold: number) => boolean {
  return comparisons[operator];
}
