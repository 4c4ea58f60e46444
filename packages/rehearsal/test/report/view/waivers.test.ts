import type { RehearsalDocument, Verdict } from "../../../src/document";
import { pullRequestComment, reportPage, terminalSummary, viewOf } from "../../../src/report";
import { rehearsal } from "../fixture/estate";

const vault = (stack: string) => `urn:pulumi:${stack}::claims::azure-native:keyvault:Vault::vault`;

function stackWith(stack: string, ...verdicts: Partial<Verdict>[]) {
  const usual = {
    pack: "p",
    rule: "vault-public",
    outcome: "waived",
    level: "advisory",
    severity: "high",
    message: "",
  } as const;
  return { ...rehearsal(stack), stack, verdicts: verdicts.map((verdict) => ({ ...usual, ...verdict })) };
}

const used = (stack: string, expires: string) => ({
  urn: vault(stack),
  message: `Waived: properties.publicNetworkAccess: Enabled, until ${expires} by team@contoso.example. https://ringfence.example/rules/vault-public`,
});
const idle = {
  rule: "waivers-still-needed",
  outcome: "fail",
  message:
    "the waiver of key-expires for keyvault:Key gone, until 2026-11-30 by keys@contoso.example: no resource of the stack fits it. Fix: Remove the waiver.",
} as const;

const document: RehearsalDocument = {
  version: 1,
  project: "claims",
  at: "2026-11-21T11:40:12.345Z",
  stacks: [stackWith("test", used("test", "2026-12-31")), stackWith("prod", used("prod", "2026-12-31"), idle)],
};

test("waivers are told once, used and unused, those that end first first", () => {
  expect(viewOf(document).waivers).toEqual([
    {
      rule: "key-expires",
      selector: "keyvault:Key gone",
      what: "no resource of the stack fits it",
      used: false,
      expires: "2026-11-30",
      owner: "keys@contoso.example",
      daysLeft: 10,
      stacks: ["prod"],
    },
    {
      rule: "vault-public",
      resource: { name: "vault", type: "keyvault:Vault", urn: vault("test") },
      what: "properties.publicNetworkAccess: Enabled",
      used: true,
      expires: "2026-12-31",
      owner: "team@contoso.example",
      daysLeft: 41,
      stacks: ["test", "prod"],
    },
  ]);
});

test("every report shows the owner, the day and the days left", () => {
  const view = viewOf(document);
  const terminal = terminalSummary(view, { colours: false, columns: 120, undetermined: false });
  expect(terminal).toContain(
    [
      "Waivers",
      "- key-expires · until 2026-11-30, 10 days left · keys@contoso.example",
      "  keyvault:Key gone · prod",
      "    Not in use: no resource of the stack fits it",
      "- vault-public · until 2026-12-31, 41 days left · team@contoso.example",
      "  vault · keyvault:Vault",
      "    properties.publicNetworkAccess: Enabled",
    ].join("\n"),
  );
  const markdown = pullRequestComment(view);
  expect(markdown).toContain("<summary>Waivers (2)</summary>");
  expect(markdown).toContain(
    "| `key-expires` | `keyvault:Key gone` (`prod`) | **10 days left** | 2026-11-30 | keys@&#8203;contoso.example |".replace(
      "@&#8203;",
      "@",
    ),
  );
  expect(markdown).toContain("| `vault-public` | `vault` keyvault:Vault | 41 days left | 2026-12-31 |");
  const page = reportPage(document).replace(/<[^>]+>/g, "");
  expect(page).toContain("10 days left · until 2026-11-30 · keys@contoso.example");
  expect(page).toContain("41 days left · until 2026-12-31 · team@contoso.example");
});

test("a waiver whose pack says no day is told without one", () => {
  const foreign = {
    ...document,
    stacks: [stackWith("prod", { urn: vault("prod"), message: "Waived: by ops until May" })],
  };
  expect(viewOf(foreign).waivers).toEqual([expect.objectContaining({ what: "by ops until May", used: true })]);
  expect(pullRequestComment(viewOf(foreign))).toContain("| no date given | – | – |");
});
