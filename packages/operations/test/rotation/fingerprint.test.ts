import fc from "fast-check";
import { Secret } from "../../src/ports";
import { fingerprint, isFingerprintOf } from "../../src/rotation";

const values = fc.string({ minLength: 1 });

test("a fingerprint knows its value and no other, and gives none of it away", () => {
  fc.assert(
    fc.property(values, values, (one, other) => {
      const text = fingerprint(new Secret(one));
      expect(isFingerprintOf(text, new Secret(one))).toBe(true);
      expect(isFingerprintOf(text, new Secret(other))).toBe(one === other);
      expect(text).toMatch(/^[0-9a-f]{32}\.[0-9a-f]{32}$/);
    }),
  );
});

test("two fingerprints of one value have nothing in common", () => {
  const [one, two] = [1, 2].map(() => fingerprint(new Secret("planted")).split("."));
  expect(one?.[0]).not.toBe(two?.[0]);
  expect(one?.[1]).not.toBe(two?.[1]);
});

test.each([undefined, "", ".", "zz.zz", `${"z".repeat(32)}.${"z".repeat(32)}`])(
  "%j is a fingerprint of nothing",
  (text) => {
    expect(isFingerprintOf(text, new Secret(""))).toBe(false);
  },
);
