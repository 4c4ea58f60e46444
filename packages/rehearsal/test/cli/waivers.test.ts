import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lintWaivers } from "../../src/cli/waivers/lint";
import { ringfence } from "./run-cli";

const now = new Date("2026-11-21T12:00:00Z");

let file: string;
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), "waivers-")), "waivers.yaml");
});
afterEach(() => rmSync(file, { force: true }));

const waiver = (expires: string, more = "") =>
  `  - rule: key-expires
    type: keyvault:Key
    name: signing
    owner: team@contoso.example
    reason: The vendor rotates it.
    expires: ${expires}
${more}`;

function lint(text: string) {
  writeFileSync(file, text);
  return lintWaivers(file, now);
}

test("a file in order has no remark, as a mapping and as the list alone", () => {
  expect(lint(`waivers:\n${waiver("2026-12-31")}`)).toEqual({ waivers: 1, remarks: [] });
  expect(lint(waiver("2026-12-31"))).toEqual({ waivers: 1, remarks: [] });
  expect(lint("")).toEqual({ waivers: 0, remarks: [] });
});

test.each([
  ["2026-12-05", []],
  ["2026-12-04", ["warning 7 ends in 14 days"]],
  ["2026-11-21", ["warning 7 ends today"]],
  ["2026-11-20", ["mistake 7 expired; the rule applies again"]],
])("a waiver that ends on %s, looked at on 2026-11-21", (expires, expected) => {
  const { remarks } = lint(`waivers:\n${waiver(expires)}`);
  expect(remarks.map(({ kind, line, text }) => `${kind} ${line} ${/expires: (.*?)(?: \(|$)/.exec(text)?.[1]}`)).toEqual(
    expected,
  );
});

test("each mistake is told with its path and its line", () => {
  const { remarks } = lint(
    `waivers:\n${waiver("soon", "    rings: [prod, production]\n    colour: red\n")}  - rule: other\n`,
  );
  expect(remarks.map(({ line, text }) => `${line} ${text}`)).toEqual([
    "7 waivers[0].expires: not a day of the calendar, written YYYY-MM-DD",
    expect.stringMatching(/^8 waivers\[0\]\.rings\[1\]: /),
    expect.stringMatching(/^9 waivers\[0\]\.colour: not a key of a waiver/),
    expect.stringMatching(/^10 waivers\[1\]\.owner: missing/),
    expect.stringMatching(/^10 waivers\[1\]\.reason: missing/),
    expect.stringMatching(/^10 waivers\[1\]\.expires: missing/),
    expect.stringMatching(/^10 waivers\[1\]\.type: missing/),
  ]);
});

test("what is no YAML is told with its line", () => {
  expect(lint("waivers:\n  - rule: [a\n").remarks).toEqual([
    { line: expect.any(Number), kind: "mistake", text: expect.any(String) },
  ]);
});

test("the command ends with 0, 1 and 2", () => {
  writeFileSync(file, `waivers:\n${waiver("2099-01-01")}`);
  expect(ringfence("waivers", "lint", file)).toMatchObject({
    status: 1,
    stdout: expect.stringContaining("a low rule is waived for 366 at most"),
  });
  writeFileSync(file, "waivers: []\n");
  expect(ringfence("waivers", "lint", file)).toMatchObject({
    status: 0,
    stdout: `✓ ${file}: 0 waivers, all in order\n`,
  });
  writeFileSync(file, `waivers:\n${waiver("2020-01-01")}`);
  expect(ringfence("waivers", "lint", file)).toMatchObject({
    status: 1,
    stdout: `${file}:7: error: waivers[0].expires: expired; the rule applies again\n✗ ${file}: 1 waiver, 1 mistake\n`,
  });
  expect(ringfence("waivers", "lint", `${file}.none`)).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("ENOENT"),
  });
  expect(ringfence("waivers", "lint", file, "--colour")).toMatchObject({
    status: 2,
    stderr: "ringfence: unknown option '--colour'; see ringfence waivers lint --help\n",
  });
});
