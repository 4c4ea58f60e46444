import { inspect } from "node:util";
import fc from "fast-check";
import { jsonLine, structuredLog } from "../../src/observability";
import { redacted, Secret } from "../../src/ports";
import { fakeClock } from "../../src/testing";

function logOf() {
  const text: string[] = [];
  return { log: structuredLog(fakeClock(), [(line) => text.push(jsonLine(line))], { correlation: "c" }), text };
}

test("a line is JSON with time, level, message and the fields that every line has", () => {
  const { log, text } = logOf();
  log.with({ secret: "search-admin" }).warning("slow", { seconds: 3 });
  expect(text).toEqual([
    '{"time":"2026-01-01T00:00:00.000Z","level":"warning","message":"slow","correlation":"c","secret":"search-admin","seconds":3}\n',
  ]);
});

test("of an error the name, the message and the code are said, not the request that an SDK keeps in it", () => {
  const { log, text } = logOf();
  const request = { headers: { authorization: "Bearer planted" } };
  log.error("failed", { error: Object.assign(new TypeError("no"), { statusCode: 403, code: "Forbidden", request }) });
  expect(JSON.parse(text[0] ?? "")).toMatchObject({
    error: { name: "TypeError", message: "no", code: "Forbidden", status: 403 },
  });
  expect(text[0]).not.toContain("planted");
});

test("whatever is said of a secret, in whatever form, its value is not in the log", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 8, maxLength: 60, unit: fc.constantFrom(..."abcXYZ019+/=&%-_") }), (value) => {
      const secret = new Secret(value);
      const { log, text } = logOf();
      log.info(`as text ${secret}`, { secret, nested: { list: [secret] }, inspected: inspect({ secret }) });
      log.error("in a message of somebody else", {
        error: new Error(`PUT https://x/?key=${encodeURIComponent(value)} with ${value} was refused`),
      });
      log.info(value, { [value]: value });
      expect(text.filter((line) => line.includes(value) || line.includes(encodeURIComponent(value)))).toEqual([]);
    }),
  );
});

test("texts without a secret are left as they are, and short values do not tear holes into others", () => {
  new Secret("key");
  expect(redacted("the key of the keyhole")).toBe("the key of the keyhole");
});

test("old values are forgotten, so that a sweep over many secrets stays small and quick", () => {
  for (let index = 0; index < 3_000; index += 1) new Secret(`value-number-${index}`);
  expect(redacted("value-number-2999 value-number-2500")).toBe("[secret] [secret]");
});
