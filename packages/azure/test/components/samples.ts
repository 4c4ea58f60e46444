import type * as pulumi from "@pulumi/pulumi";
import * as ringfence from "../../src/index";
import { project } from "../ai-project/projects";
import { levelsArgs } from "../levels/levels-args";
import { workspaceArgs } from "../ml-workspace/workspaces";
import { ringArgs } from "../ring/ring-args";

type Sample = (name: string, ring: ringfence.RingContext, opts: pulumi.ComponentResourceOptions) => unknown;

const image = `contoso.azurecr.io/ringfence-operations@sha256:${"0".repeat(64)}`;

const store = "/subscriptions/1/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/strot";

/** Where jobs run, as another stack's rotation gives it. */
const jobsContext: ringfence.JobsContext = {
  image,
  environmentId: "/subscriptions/1/resourceGroups/rg/providers/Microsoft.App/managedEnvironments/cae",
  storageAccountId: store,
  storageAccountName: "strot",
  journalTableId: `${store}/tableServices/default/tables/journal`,
  journalTable: "journal",
  auditContainerId: `${store}/blobServices/default/containers/audit`,
  auditContainer: "audit",
};

/** One of each component with good arguments, by class name; the sweep fails where a component has none. */
export const samples: Record<string, Sample> = {
  EnvironmentRing: (name, { ring }, opts) => new ringfence.EnvironmentRing(name, ringArgs(ring), opts),
  AiProject: (name, ring, opts) => {
    const callers = [{ principalId: "3f2504e0-4f89-41d3-9a0c-0305e82c3301", name: "claims-api" }];
    return new ringfence.AiProject(name, { ...project(ring.ring), ring, callers }, opts);
  },
  MlWorkspace: (name, ring, opts) => new ringfence.MlWorkspace(name, { ...workspaceArgs(ring.ring), ring }, opts),
  SecretRotation: (name, ring, opts) =>
    new ringfence.SecretRotation(
      name,
      {
        ring,
        image,
        manualSecrets: [{ name: "geocoder", value: "planted", issuedOn: "2026-11-01", renewedAt: "geocoder.example" }],
        keys: [{ name: "signing", keyType: "RSA", issuedOn: "2026-11-01" }],
      },
      opts,
    ),
  ServiceMonitors: (name, ring, opts) =>
    new ringfence.ServiceMonitors(
      name,
      { ring, watch: [{ name: "vault", resourceId: ring.keyVaultId, type: "Microsoft.KeyVault/vaults" }] },
      opts,
    ),
  ServiceLevels: (name, ring, opts) => new ringfence.ServiceLevels(name, levelsArgs(ring), opts),
  IncidentRouting: (name, ring, opts) =>
    new ringfence.IncidentRouting(
      name,
      {
        ring,
        jobs: jobsContext,
        routes: [{ name: "pager", kind: "pagerduty", secret: "pager-key" }],
        businessHours: { timeZone: "Europe/Stockholm" },
        maintenance: [
          { name: "patching", reason: "Patches", weekly: { days: ["Sunday"], from: "01:00", until: "03:00" } },
        ],
      },
      opts,
    ),
  OperationsDashboard: (name, ring, opts) => new ringfence.OperationsDashboard(name, { ring }, opts),
};
