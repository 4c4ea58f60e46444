import type { JobsContext } from "../../src/jobs/context";
import type { ServiceLevelsArgs } from "../../src/levels/args";
import type { RingContext } from "../../src/ring/context";

const STORE = "/subscriptions/00000000-0000-4000-8000-000000000000/resourceGroups/rg-claims/providers";

/** Where jobs run in a ring that exists already. */
export const jobs: JobsContext = {
  image: `contoso.azurecr.io/ringfence-operations@sha256:${"0".repeat(64)}`,
  environmentId: `${STORE}/Microsoft.App/managedEnvironments/cae-claims`,
  storageAccountId: `${STORE}/Microsoft.Storage/storageAccounts/stclaims`,
  storageAccountName: "stclaims",
  journalTableId: `${STORE}/Microsoft.Storage/storageAccounts/stclaims/tableServices/default/tables/journal`,
  journalTable: "journal",
  auditContainerId: `${STORE}/Microsoft.Storage/storageAccounts/stclaims/blobServices/default/containers/audit`,
  auditContainer: "audit",
};

/** One objective of each form, and the evaluator. */
export function levelsArgs(ring: RingContext): ServiceLevelsArgs {
  return {
    ring,
    jobs,
    objectives: [
      { name: "answers-arrive", kind: "success-rate", target: 99.5, period: "30d" },
      { name: "answers-are-quick", kind: "latency", under: "4s", target: 95, period: "28d", source: "gateway" },
      { name: "p95-is-quick", kind: "latency", quantile: 95, under: "8s", target: 99, period: "30d" },
      {
        name: "answers-are-grounded",
        kind: "evaluation-score",
        evaluator: "groundedness",
        atLeast: 4,
        target: 90,
        period: "7d",
        alerts: ["ticket-slow"],
      },
    ],
  };
}
