import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Rehearsed, rehearse, stackNamed } from "./ringfence";

jest.setTimeout(600_000);

/** All rules at the preset `strict`, on a day on which the example's evidence is recent and its waivers run. */
async function strictly(stacks: readonly string[], day = "2026-11-23", ...args: string[]): Promise<Rehearsed> {
  const config = join(mkdtempSync(join(tmpdir(), "strict-")), "pack.json");
  writeFileSync(config, JSON.stringify({ ringfence: { preset: "strict" } }));
  process.env.CLOCK_STARTS = `${day}T09:00:00Z`;
  try {
    return await rehearse(
      ...stacks.flatMap((stack) => ["--stack", stack]),
      ...["--policy-pack", "policy-packs/everything", "--policy-pack-config", config],
      ...args,
    );
  } finally {
    delete process.env.CLOCK_STARTS;
  }
}

function rulesOf({ document }: Rehearsed, stack: string, outcome: string): string[] {
  const { verdicts } = stackNamed(document, stack);
  return verdicts
    .filter((verdict) => verdict.outcome === outcome)
    .map(({ rule }) => rule)
    .sort();
}

const waivedInTest = [
  "ai-account-baseline-alerts",
  "ai-account-customer-managed-key",
  "azure-types-not-covered",
  "custom-role-inventory",
  "log-workspace-replication",
  "search-customer-managed-key",
];
const waived: Record<string, string[]> = {
  test: waivedInTest,
  prod: [...waivedInTest, "ai-account-multiple-regions", "search-multiple-regions"].sort(),
};

/** What only Azure's answers can tell: the ids that the stack puts out, and what an account turns out to be capable of. */
const openAtPreview = ["ai-account-abuse-monitoring", "ai-account-user-owned-storage", "outputs-no-secrets"];

describe("the example under every rule at the preset strict", () => {
  let preview: Rehearsed;
  beforeAll(async () => {
    preview = await strictly(["test", "prod"]);
  });

  test("breaks no rule in test and prod that is not waived", () => {
    for (const { verdicts, refusals, packs } of preview.document.stacks) {
      expect(packs.map(({ name }) => name)).toEqual(["ringfence-everything"]);
      expect(verdicts.filter(({ outcome }) => outcome === "fail")).toEqual([]);
      expect(verdicts.filter(({ outcome }) => outcome === "pass").length).toBeGreaterThan(700);
      expect(refusals).toEqual([]);
    }
    expect(preview.document.stacks.map(({ stack }) => stack).sort()).toEqual(["prod", "test"]);
    expect(preview.status).toBe(0);
  });

  test.each(["test", "prod"])("waives exactly what its file says, in %s, and shows until when", (stack) => {
    expect(rulesOf(preview, stack, "waived")).toEqual(waived[stack]);
    for (const rule of waived[stack] ?? [])
      expect(preview.stdout).toMatch(
        new RegExp(`- ${rule} · until 2027-\\d\\d-\\d\\d, \\d+ days left · \\S+@contoso\\.example`),
      );
  });

  test.each(["test", "prod"])("leaves three verdicts to Azure's answers in %s's preview", (stack) => {
    expect(rulesOf(preview, stack, "undetermined")).toEqual(openAtPreview);
  });

  test("leaves nothing undetermined once it is deployed, and breaks no rule then either", async () => {
    const up = await strictly(["prod"], undefined, "--mode", "up");
    expect(rulesOf(up, "prod", "undetermined")).toEqual([]);
    expect(rulesOf(up, "prod", "fail")).toEqual([]);
    expect(rulesOf(up, "prod", "waived")).toEqual(waived.prod);
    expect(up.status).toBe(0);
  });

  test("is stopped when time is up for a waiver, the evidence and a model", async () => {
    const later = await strictly(["prod"], "2027-02-20");
    expect([...new Set(rulesOf(later, "prod", "fail"))]).toEqual([
      "ai-account-multiple-regions",
      "model-not-near-retirement",
      "promotion-evidence",
      "ringfence",
    ]);
    expect(rulesOf(later, "prod", "waived")).toEqual(
      waived.prod?.filter((rule) => rule !== "ai-account-multiple-regions"),
    );
    expect(later.status).toBe(1);
  });
});
