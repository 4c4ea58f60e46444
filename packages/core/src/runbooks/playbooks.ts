import { OwnerRole, type Runbook, RunbookId, RunbookKind } from "./runbook";

function playbook(
  id: RunbookId,
  title: string,
  severity: Runbook["severity"],
  owner: OwnerRole,
  openedBy: string,
): Runbook {
  return { id, kind: RunbookKind.Playbook, title, severity, owner, openedBy };
}

/** Changes that are made under pressure, each with its way back. */
export const playbooks: readonly Runbook[] = [
  playbook(
    RunbookId.SwitchToPayAsYouGo,
    "Move traffic from provisioned throughput to a pay-as-you-go deployment",
    "Sev2",
    OwnerRole.Platform,
    "provisioned-throughput-saturated, model-latency and cost reviews",
  ),
  playbook(RunbookId.FailOverRegion, "Move traffic to the standby region", "Sev0", OwnerRole.Platform, "region-outage"),
  playbook(
    RunbookId.RevertModel,
    "Go back to the previous version of a model",
    "Sev1",
    OwnerRole.Service,
    "error-budget-burn, safety-regression and model-latency",
  ),
  playbook(
    RunbookId.RevertPrompt,
    "Go back to the previous version of a prompt",
    "Sev1",
    OwnerRole.Service,
    "safety-regression, retrieval-quality-drop and error-budget-burn",
  ),
  playbook(
    RunbookId.RevertAgent,
    "Go back to the previous version of an agent",
    "Sev1",
    OwnerRole.Service,
    "agent-runs-failing and safety-regression",
  ),
  playbook(
    RunbookId.RevokeSecret,
    "Kill a leaked secret at once",
    "Sev0",
    OwnerRole.Security,
    "anybody who sees a secret where it does not belong",
  ),
  playbook(
    RunbookId.StopAutomation,
    "Stop every job that changes something",
    "Sev1",
    OwnerRole.Platform,
    "anybody who sees automation do harm",
  ),
];
