/** What is wrong with a number that must be whole and in a range; undefined when nothing is. */
export function wholeNumberProblem(given: unknown, from: number, to: number, unit = ""): string | undefined {
  const allowed = `a whole number${unit && ` of ${unit}`} ${to === Infinity ? `from ${from}` : `from ${from} to ${to}`}`;
  if (given === undefined) return `missing; ${allowed}`;
  if (typeof given !== "number") return `${JSON.stringify(given)} is not ${allowed}`;
  return Number.isInteger(given) && given >= from && given <= to ? undefined : `${given} is not ${allowed}`;
}
