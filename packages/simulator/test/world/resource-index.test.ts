import fc from "fast-check";
import { ResourceIndex } from "../../src/world/resource-index";

/** Ids of few segments, so that they are often inside of one another, in any letter case. */
const ids = fc
  .array(fc.constantFrom("a", "B", "c", "providers"), { minLength: 1, maxLength: 4 })
  .map((segments) => `/${segments.join("/")}`);
const steps = fc.array(fc.tuple(fc.constantFrom("set", "delete"), ids, fc.constantFrom("X/one", "x/One", "Y/two")), {
  maxLength: 40,
});

const resource = (id: string, armType: string) => ({
  id,
  armType,
  inputs: {},
  properties: {},
  sensitive: [],
  createdAt: "",
});

test("look-ups find what looking through everything would find, whatever was set and deleted", () => {
  fc.assert(
    fc.property(steps, ids, (changes, asked) => {
      const index = new ResourceIndex();
      const plain = new Map<string, string>();
      for (const [what, id, armType] of changes) {
        if (what === "set") {
          index.set(resource(id, armType));
          plain.set(id.toLowerCase(), armType.toLowerCase());
        } else {
          index.delete(id);
          plain.delete(id.toLowerCase());
        }
      }
      const keys = (found: { id: string }[]) => found.map(({ id }) => id.toLowerCase()).sort();
      const all = [...plain.keys()];
      expect(keys(index.list())).toEqual(all.sort());
      for (const type of ["x/one", "y/two"]) {
        expect(keys(index.list(type))).toEqual(all.filter((key) => plain.get(key) === type).sort());
      }
      expect(keys(index.inside(asked))).toEqual(all.filter((key) => key.startsWith(`${asked.toLowerCase()}/`)).sort());
      expect(index.get(asked) !== undefined).toBe(plain.has(asked.toLowerCase()));
    }),
  );
});
