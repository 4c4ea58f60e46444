import { githubAnnotations } from "../../../src/report/github";
import { viewOf } from "../../../src/report/view";
import { estate, rehearsal } from "../fixture/estate";
import { hostileEstate } from "../fixture/hostile-estate";

test("errors come first, the gravest before the others; advice is a warning; what is waived says nothing", () => {
  const lines = githubAnnotations(viewOf(estate({ bad: true })))
    .trimEnd()
    .split("\n");
  expect(lines.map((line) => /^::(\w+) .*title=([^,]*?)(?:,|::)/.exec(line)?.slice(1))).toEqual([
    ["error", "prod%3A Azure refuses assistant-embed%3A InsufficientQuota"],
    ["error", "prod%3A vault-purge-protection"],
    ["error", "prod%3A ai-account-entra-identities-only"],
    ["error", "prod%3A model-version-pinned"],
    ["error", "prod%3A model-version-pinned"],
    ["warning", "sandbox%3A required-tags"],
    ["warning", "dev%3A required-tags"],
  ]);
});

test("an annotation is at the line in the repository, and its text on one line", () => {
  const stack = rehearsal("prod", true);
  const resources = stack.resources.map((resource) => ({
    ...resource,
    source: { file: "a,b:c.ts", line: 7, column: 2 },
  }));
  const document = { ...estate(), folder: "infra", stacks: [{ ...stack, resources, refusals: [] }] };
  expect(githubAnnotations(viewOf(document)).split("\n")[0]).toBe(
    "::error file=infra/a%2Cb%3Ac.ts,line=7,col=2,title=prod%3A vault-purge-protection::" +
      "Deleted vaults cannot be purged%0Aclaims-vault (keyvault:Vault): properties.enablePurgeProtection is false." +
      "%0AFix: Set properties.enablePurgeProtection to true.",
  );
});

test("no text of a program starts a command of its own", () => {
  const lines = githubAnnotations(viewOf(hostileEstate())).trimEnd().split("\n");
  expect(lines.length).toBeGreaterThan(10);
  for (const line of lines) {
    expect(line).toMatch(/^::(error|warning) [^:]*::/);
    expect(line).not.toContain("\r");
  }
});

test("there is nothing to say of a clear estate but its advice", () => {
  expect(githubAnnotations(viewOf({ ...estate(), stacks: [rehearsal("prod")] }))).toBe("");
});
