import type { PolicyExemptionArgs } from "@pulumi/azure-native/authorization";
import * as library from "@ringfence/policies/rules";
import * as exemptions from "@ringfence/policies/rules/exemptions";
import { type JudgedResource, judge, unknown } from "@ringfence/policies/testing";
import { NOW, prove } from "../prove";

const exemption = (props: Partial<PolicyExemptionArgs>) => ({ props: props as Record<string, unknown> });
const waiver = (expiresOn: string) => exemption({ exemptionCategory: "Waiver", expiresOn });

prove({
  rule: exemptions.policyWaiverExpiry,
  type: "authorization:PolicyExemption",
  good: [
    exemption({ exemptionCategory: "Mitigated" }),
    waiver("2026-01-01T00:00:00Z"),
    waiver("2027-11-22T12:00:00Z"),
    waiver("2027-01-31"),
  ],
  bad: [
    { ...exemption({ exemptionCategory: "Waiver" }), at: ["expiresOn"] },
    { ...waiver("2027-11-22T12:00:01Z"), at: ["expiresOn"] },
    { ...waiver("2099-01-01T00:00:00Z"), at: ["expiresOn"] },
    { ...waiver("never"), at: ["expiresOn"] },
  ],
  empty: "fail",
  unknown: [
    { props: { exemptionCategory: "Waiver", expiresOn: unknown }, at: "expiresOn" },
    { props: { exemptionCategory: unknown }, at: "exemptionCategory" },
  ],
});

test("a shorter time for waivers can be configured", async () => {
  const resources = [{ type: "azure-native:authorization:PolicyExemption", ...waiver("2027-01-31") }];
  const verdicts = await judge(exemptions.policyWaiverExpiry, { resources, now: NOW, config: { maxDays: 30 } });
  expect(verdicts).toMatchObject([{ outcome: "fail", path: "expiresOn" }]);
});

describe("azure-types-not-covered", () => {
  const found = library.rules.find(({ id }) => id === "azure-types-not-covered");
  if (found === undefined) throw new Error("The rule is gone");
  const judged = (types: readonly string[], config?: Record<string, unknown>) => {
    const resources: JudgedResource[] = types.map((type) => ({ type, props: { secret: unknown } }));
    return judge(found, { resources, ring: "prod", config });
  };

  test("counts the types that only rules about everything judge, as an advisory", async () => {
    const [verdict, ...others] = await judged([
      "pulumi:pulumi:Stack",
      "azure-native:network:Subnet",
      "azure-native_network_v20240101:network:Subnet",
      "azure-native:storage:StorageAccount",
      "azure-native:batch:Pool",
      "random:index/randomString:RandomString",
    ]);
    expect(others).toEqual([]);
    expect(verdict).toMatchObject({ outcome: "fail", level: "advisory" });
    expect(verdict?.message).toContain("alone: batch:Pool (1), network:Subnet (2). Fix:");
  });

  test("passes where every type has a rule of its own, or is named", async () => {
    const types = ["azure-native:keyvault:Vault", "azure-native:resources:ResourceGroup"];
    expect(await judged(types)).toMatchObject([{ outcome: "pass" }]);
    const config = { allowedTypes: ["batch:Pool"] };
    expect(await judged(["azure-native:batch:Pool"], config)).toMatchObject([{ outcome: "pass" }]);
  });
});
