import { reviewWaivers, waiversSchema } from "@ringfence/core/waivers";
import Ajv2020 from "ajv/dist/2020";
import fc from "fast-check";

const now = new Date("2026-11-21T15:00:00Z");
/** The format that editors know: a day of the calendar (RFC 3339, full-date). */
const isDay = (text: string) => new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;
const validate = new Ajv2020({ formats: { date: isDay } }).compile(waiversSchema);

const row = {
  rule: "secret-expires",
  type: "keyvault:Secret",
  name: "vendor-*",
  owner: "claims@contoso.example",
  reason: "the vendor renews yearly",
  expires: "2026-12-31",
};
const without = (...keys: string[]) => Object.fromEntries(Object.entries(row).filter(([key]) => !keys.includes(key)));

function verdicts(file: unknown) {
  const { problems, waivers } = reviewWaivers(file, [], now);
  return {
    schema: validate(file),
    review: problems.length + waivers.flatMap((waiver) => waiver.problems).length === 0,
  };
}

test.each<[string, unknown]>([
  ["type and name", row],
  ["a URN", { ...without("type", "name"), urn: "urn:pulumi:prod::claims::azure-native:keyvault:Secret::vendor-key" }],
  ["every key", { ...row, ticket: "CLAIMS-812", rings: ["test", "prod"], riskAssessment: "low", rollbackPath: "none" }],
])("schema and review take a row with %s", (_what, waiver) => {
  expect(verdicts({ waivers: [waiver] })).toEqual({ schema: true, review: true });
});

test.each<[string, unknown]>([
  ["no row", "waive it"],
  ["a key that is none", { ...row, until: "2026-12-31" }],
  ["no rule", without("rule")],
  ["no owner", without("owner")],
  ["an owner without an address", { ...row, owner: "the claims team" }],
  ["no reason", without("reason")],
  ["an empty reason", { ...row, reason: "  " }],
  ["no expiry", without("expires")],
  ["an expiry that is no day", { ...row, expires: "2026-02-30" }],
  ["an expiry with a time", { ...row, expires: "2026-12-31T00:00:00Z" }],
  ["an expiry that YAML reads as a number", { ...row, expires: 2026 }],
  ["no selector", without("type", "name")],
  ["a type without a name", without("name")],
  ["a URN beside a name", { ...row, urn: "urn:x" }],
  ["a ring that is none", { ...row, rings: ["live"] }],
  ["no ring", { ...row, rings: [] }],
  ["a ticket that is a number", { ...row, ticket: 812 }],
])("schema and review refuse a row with %s", (_what, waiver) => {
  expect(verdicts({ waivers: [waiver] })).toEqual({ schema: false, review: false });
});

test.each<[string, unknown]>([
  ["of another key", { waiver: [] }],
  ["with another key beside", { waivers: [], owner: "x" }],
  ["that is a text", "none"],
  ["whose rows are no list", { waivers: row }],
])("schema and review refuse a file %s", (_what, file) => {
  expect(verdicts(file)).toEqual({ schema: false, review: false });
});

test("schema and review agree on whatever stands in a row", () => {
  const value = fc.oneof(
    fc.constantFrom(...Object.values(row), "", " ", "prod", "2026-13-01", "a@b", 7, true),
    fc.array(fc.constantFrom("prod", "live"), { maxLength: 2 }),
  );
  const keys = Object.keys(waiversSchema.properties.waivers.items.properties);
  const changes = fc.dictionary(fc.constantFrom(...keys, "until"), value, { maxKeys: 2 });
  const left = fc.subarray(Object.keys(row), { minLength: 4 });
  fc.assert(
    fc.property(left, changes, (kept, change) => {
      const own = Object.fromEntries(Object.entries(row).filter(([key]) => kept.includes(key)));
      const { schema, review } = verdicts({ waivers: [{ ...own, ...change }] });
      expect(schema).toBe(review);
    }),
    { numRuns: 5_000 },
  );
});
