import type { Parsed } from "./setting";

/** `"x" is not …`: one problem of the value as a whole. */
export function refused(given: unknown, allowed: string): { problems: [{ path: ""; problem: string }] } {
  return { problems: [{ path: "", problem: `${JSON.stringify(given)} is not ${allowed}` }] };
}

/** A text that matches a pattern. */
export function textLike(pattern: RegExp, allowed: string): (given: unknown) => Parsed<string> {
  return (given) => (typeof given === "string" && pattern.test(given) ? { value: given } : refused(given, allowed));
}

/** One of a closed set. */
export function oneOf<T extends string>(values: readonly T[]): (given: unknown) => Parsed<T> {
  return (given) => {
    const value = values.find((one) => one === given);
    return value === undefined ? refused(given, `one of ${values.join(", ")}`) : { value };
  };
}

/** A whole number within bounds; text of it in the environment. */
export function wholeNumber(least: number, most: number): (given: unknown) => Parsed<number> {
  return (given) => {
    const value = typeof given === "string" && /^\d+$/.test(given) ? Number(given) : given;
    return Number.isInteger(value) && Number(value) >= least && Number(value) <= most
      ? { value: Number(value) }
      : refused(given, `a whole number from ${least} to ${most}`);
  };
}

/** An address over HTTPS; a slash at the end is taken away. */
export function httpsAddress(example: string): (given: unknown) => Parsed<string> {
  return (given) => {
    const url = typeof given === "string" && URL.canParse(given) ? new URL(given) : undefined;
    if (typeof given !== "string" || url?.protocol !== "https:" || url.username !== "" || url.search !== "")
      return refused(given, `an address that begins with https:// and has no query, for example ${example}`);
    return { value: given.replace(/\/+$/, "") };
  };
}

/** A list of objects, each of which is read by itself; problems carry the index. */
export function listOf<T>(
  row: (given: Readonly<Record<string, unknown>>) => Parsed<T>,
): (given: unknown) => Parsed<T[]> {
  return (given) => {
    if (!Array.isArray(given)) return refused(given, "a list");
    const read = given.map((item: unknown): Parsed<T> => {
      if (item === null || typeof item !== "object" || Array.isArray(item)) return refused(item, "an object");
      return row(item as Readonly<Record<string, unknown>>);
    });
    const problems = read.flatMap((item, index) =>
      "problems" in item
        ? item.problems.map(({ path, problem }) => ({ path: path ? `[${index}].${path}` : `[${index}]`, problem }))
        : [],
    );
    if (problems.length > 0) return { problems };
    return { value: read.flatMap((item) => ("value" in item ? [item.value] : [])) };
  };
}
