import { OwnerRole, type Runbook, RunbookId } from "./runbook";

function runbook(
  id: RunbookId,
  title: string,
  severity: Runbook["severity"],
  owner: OwnerRole,
  openedBy = "",
): Runbook {
  return { id, title, severity, owner, openedBy };
}

const rows: readonly Runbook[] = [
  runbook(RunbookId.QuotaExhaustion, "Callers are turned away for lack of model quota", "Sev1", OwnerRole.Platform),
  runbook(RunbookId.ModelUnavailable, "A model deployment answers with server errors", "Sev1", OwnerRole.Platform),
  runbook(RunbookId.ModelLatency, "A model deployment answers slowly", "Sev2", OwnerRole.Platform),
  runbook(
    RunbookId.ProvisionedThroughputSaturated,
    "A provisioned deployment has no headroom left",
    "Sev2",
    OwnerRole.Platform,
  ),
  runbook(RunbookId.ContentFilterSpike, "The content filter blocks far more than usual", "Sev2", OwnerRole.Security),
  runbook(
    RunbookId.RegionOutage,
    "A region that the service depends on is down",
    "Sev0",
    OwnerRole.Platform,
    "model-unavailable and key-vault-unavailable, and Azure Service Health",
  ),
  runbook(RunbookId.SearchThrottled, "The search service turns queries away", "Sev2", OwnerRole.Platform),
  runbook(RunbookId.SearchSlow, "The search service answers slowly", "Sev2", OwnerRole.Platform),
  runbook(RunbookId.KeyVaultUnavailable, "The key vault does not answer", "Sev1", OwnerRole.Platform),
  runbook(RunbookId.KeyVaultSaturated, "The key vault is close to its request limit", "Sev2", OwnerRole.Platform),
  runbook(RunbookId.KeyVaultAccessDenied, "The key vault refuses callers", "Sev2", OwnerRole.Security),
  runbook(RunbookId.SecretNearExpiry, "A secret is about to expire and was not rotated", "Sev2", OwnerRole.Security),
  runbook(RunbookId.KeyRotationFailure, "A rotation failed half-way or did not start", "Sev1", OwnerRole.Security),
  runbook(RunbookId.RotationEventsLost, "Near-expiry events do not reach the rotation job", "Sev2", OwnerRole.Platform),
  runbook(RunbookId.RotationSweepDead, "The daily sweep over the secrets has stopped", "Sev2", OwnerRole.Security),
  runbook(RunbookId.JobFailed, "An operations job failed", "Sev2", OwnerRole.Platform),
  runbook(RunbookId.JobNotRun, "An operations job did not run", "Sev2", OwnerRole.Platform),
  runbook(
    RunbookId.BudgetBurn,
    "The month's budget is spent, or will be",
    "Sev2",
    OwnerRole.Cost,
    "the thresholds of the ring's budget",
  ),
];

/** All runbooks by id. */
export const runbooks = Object.fromEntries(rows.map((row) => [row.id, row])) as Readonly<Record<RunbookId, Runbook>>;

/** Where a runbook is read; `base` is the address of the `runbooks` folder, with or without a slash at its end. */
export function runbookUrl(base: string, id: RunbookId): string {
  return `${base.replace(/\/+$/, "")}/${id}.md`;
}
