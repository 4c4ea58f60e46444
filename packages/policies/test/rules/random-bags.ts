import fc from "fast-check";

type Bag = Record<string, unknown>;

/**
 * Random property bags near the ones that a rule is about: their keys at random places, and their values, hostile ones
 * and the `special` ones at random leaves.
 */
export function bags(seeds: readonly Readonly<Bag>[], special: readonly unknown[]): fc.Arbitrary<Bag> {
  const keys = [...new Set(seeds.flatMap(keysOf))];
  const values = [...new Set(seeds.flatMap(leavesOf)), ...special];
  const leaf = fc.oneof(
    fc.constantFrom(...values, null, "", " ", [], {}, "P90D", "P-1D", 0, -1, 1e300, true, false),
    fc.string(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
  );
  const { tree } = fc.letrec<{ tree: unknown; node: Bag }>((tie) => ({
    tree: fc.oneof({ maxDepth: 5, withCrossShrink: true }, leaf, tie("node"), fc.array(tie("tree"), { maxLength: 3 })),
    node: fc.dictionary(
      keys.length === 0 ? fc.string() : fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...keys) }, fc.string()),
      tie("tree"),
      { maxKeys: 4 },
    ),
  }));
  const near = fc.tuple(fc.constantFrom(...seeds, {}), fc.array(fc.tuple(fc.nat(), tree), { maxLength: 3 }));
  const node = fc.dictionary(fc.constantFrom(...keys, "other"), tree, { maxKeys: 5 });
  return fc.oneof(
    node,
    near.map(([seed, changes]) =>
      changes.reduce<Bag>((bag, [at, value]) => replaced(bag, at, value), structuredClone(seed)),
    ),
  );
}

/** The bag with one of its properties, counted through all levels, replaced. */
function replaced(bag: Bag, at: number, value: unknown): Bag {
  const places = placesOf(bag);
  const place = places[at % Math.max(places.length, 1)];
  if (place !== undefined) place.owner[place.key] = value;
  return bag;
}

function placesOf(node: unknown): { owner: Bag; key: string }[] {
  if (typeof node !== "object" || node === null) return [];
  const owner = node as Bag;
  return Object.keys(owner).flatMap((key) => [{ owner, key }, ...placesOf(owner[key])]);
}

function keysOf(node: unknown): string[] {
  if (typeof node !== "object" || node === null) return [];
  const keys = Array.isArray(node) ? [] : Object.keys(node);
  return [...keys, ...Object.values(node).flatMap(keysOf)];
}

function leavesOf(node: unknown): unknown[] {
  return typeof node === "object" && node !== null ? Object.values(node).flatMap(leavesOf) : [node];
}
