import { stableSuffix, stableUuid } from "@ringfence/core/naming";
import fc from "fast-check";
import { uuidVersion5 } from "../../src/naming/stable";

test("a suffix is five lower-case letters and digits, a letter first, and the same for the same parts", () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (parts) => {
      expect(stableSuffix(...parts)).toMatch(/^[a-z][a-z0-9]{4}$/);
      expect(stableSuffix(...parts)).toBe(stableSuffix(...parts));
    }),
  );
});

test("a suffix never changes between releases: names that exist depend on it", () => {
  expect(stableSuffix("claims", "prod")).toBe("qq6si");
  expect(stableUuid("claims", "prod")).toBe("5d55d558-28bb-56d4-a93d-c5201c06cf5c");
});

test("where one part ends and the next begins matters", () => {
  expect(stableSuffix("ab", "c")).not.toBe(stableSuffix("a", "bc"));
  expect(stableUuid("ab", "c")).not.toBe(stableUuid("a", "bc"));
});

test("a thousand services get a thousand suffixes", () => {
  const suffixes = Array.from({ length: 1000 }, (_, i) => stableSuffix(`service-${i}`, "prod"));
  expect(new Set(suffixes).size).toBe(1000);
});

test("UUIDs are those of RFC 9562's example", () => {
  expect(uuidVersion5("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "www.example.com")).toBe(
    "2ed6657d-e927-568b-95e1-2665a8aea6a2",
  );
});
