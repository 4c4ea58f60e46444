import type { RingName } from "@ringfence/core/rings";
import type { EnvironmentRingArgs } from "../../src/ring/args";

/** Good arguments for any ring, but for what is changed. */
export function ringArgs(ring: RingName, changes: Partial<EnvironmentRingArgs> = {}): EnvironmentRingArgs {
  return {
    ring,
    location: "swedencentral",
    tags: {
      service: "claims-assistant",
      owner: "claims-platform@contoso.example",
      dataSensitivity: "confidential",
      costCenter: "CC-4711",
      businessCriticality: "high",
    },
    onCall: {
      Sev0: [{ webhook: "https://pager.contoso.example/claims" }],
      Sev1: [{ sameAs: "Sev0" }],
      Sev2: [{ email: "claims-ops@contoso.example" }],
    },
    monthlyBudget: 4000,
    budgetFrom: "2026-11",
    ...changes,
  };
}

/** The six tags that the children of such a ring carry. */
export function ringTags(ring: RingName): Record<string, string> {
  return { ...ringArgs(ring).tags, environment: ring };
}
