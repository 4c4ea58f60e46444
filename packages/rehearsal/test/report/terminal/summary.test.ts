import { terminalSummary } from "../../../src/report/terminal";
import { viewOf } from "../../../src/report/view";
import { estate } from "../fixture/estate";
import { hostileEstate } from "../fixture/hostile-estate";

const plain = { colours: false, columns: 100, undetermined: false };

test("names each violated rule with its severity, level, resource, what is wrong and the fix; the answer comes last", () => {
  const text = terminalSummary(viewOf(estate({ bad: true })), plain);
  expect(text).toContain(
    [
      "✗ critical vault-purge-protection (secret-age)",
      "  Deleted vaults cannot be purged",
      "  claims-vault · keyvault:Vault · mandatory in prod",
      "    urn:pulumi:prod::claims-assistant::ringfence:index:EnvironmentRing$azure-native:keyvault:Vault::claims-vault",
      "    properties.enablePurgeProtection is false.",
      "  Fix: Set properties.enablePurgeProtection to true.",
    ].join("\n"),
  );
  expect(text).toContain("  search · search:Service · advisory in sandbox and dev\n");
  expect(text).toContain(
    "✗ refused by Azure InsufficientQuota (HTTP 400)\n  assistant-embed · cognitiveservices:Deployment · prod\n",
  );
  expect(text).toMatch(
    /✗ prod cannot be deployed; sandbox, dev and test can\n {2}prod: 4 mandatory violations and 1 refusal by Azure\n {2}--show-undetermined lists .*\n$/,
  );
});

test("puts the stacks side by side in the order of promotion", () => {
  const lines = terminalSummary(viewOf(estate({ bad: true })), plain).split("\n");
  expect(lines[2]?.trim().split(/\s+/)).toEqual(["sandbox", "dev", "test", "prod"]);
  const row = (label: string) =>
    lines
      .find((line) => line.startsWith(` ${label}`))
      ?.slice(label.length + 1)
      .trim()
      .split(/\s{2,}/);
  expect(row("Can be deployed")).toEqual(["yes", "yes", "yes", "no"]);
  expect(row("Mandatory violations")).toEqual(["0", "0", "0", "4"]);
  expect(row("Waived")).toEqual(["0", "0", "1", "1"]);
  expect(row("Refused by Azure")).toEqual(["0", "0", "0", "1"]);
});

test("stacks that do not fit go below; no line is wider than the terminal but for names that cannot break", () => {
  const lines = terminalSummary(viewOf(estate()), { ...plain, columns: 50 }).split("\n");
  expect(lines.filter((line) => line.startsWith(" Can be deployed"))).toHaveLength(2);
  expect(lines.filter((line) => line.length > 50 && !/^\s*\S*$|·|\(/.test(line))).toEqual([]);
});

test("undetermined verdicts are listed when asked for", () => {
  const view = viewOf(estate());
  expect(terminalSummary(view, plain)).not.toContain("tenantId is not known");
  const listing = terminalSummary(view, { ...plain, undetermined: true });
  expect(listing).toContain(
    "Undetermined until deployment\n- high secret-has-expiry (secret-age)\n  claims-vault · keyvault:Vault\n",
  );
  expect(listing).toContain("    properties.tenantId is not known before deployment.\n");
  expect(listing).not.toContain("--show-undetermined");
});

test("has colours on a terminal only", () => {
  const view = viewOf(estate({ bad: true }));
  expect(terminalSummary(view, { ...plain, colours: true })).toContain("\u001b[");
  expect(terminalSummary(view, plain)).not.toContain("\u001b");
});

test("a name cannot steer the terminal", () => {
  const document = estate();
  const [stack] = document.stacks;
  if (!stack) throw new Error("no stack");
  stack.notes = ["\u001b[2Jwiped\u0007 and \u009b31mred\rback"];
  const text = terminalSummary(viewOf({ ...document, project: "\u001b]0;title\u0007claims" }), plain);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: looks for them
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  expect(text).toContain("wiped");
});

test("says something of everything that a program can name", () => {
  expect(terminalSummary(viewOf(hostileEstate()), plain)).toContain("the program stopped");
});
