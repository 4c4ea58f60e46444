import { ActionId } from "../actions";
import { JobCommand } from "./job-command";
import type { GrantPurpose } from "./job-grants";
import { JobCadence, type JobRow, JobTrigger } from "./job-row";

const { RegenerateKey, PublishSecret, RetireKey, RevokeKey, DisableSecretVersion, RestartConsumer } = ActionId;

/** What every job that has effects needs: the switch, the leases, the audit, and its image. */
const acts: readonly GrantPurpose[] = ["writes-audit", "keeps-journal", "pulls-image"];

/** One row for each command, under its own name. */
export const jobs: { readonly [Command in JobCommand]: JobRow & { readonly command: Command } } = {
  [JobCommand.Rotate]: {
    command: JobCommand.Rotate,
    purpose: "Renew the secrets that expiry events name",
    requirements: ["OE-R8"],
    trigger: JobTrigger.Queue,
    failed: "rotation-failed",
    sweptBy: JobCommand.SweepSecrets,
    actions: [RegenerateKey, PublishSecret, RetireKey, DisableSecretVersion, ActionId.Notify],
    grants: [
      "writes-secrets",
      "reads-expiries",
      "counts-events",
      "takes-events",
      "gives-up-events",
      "sees-reads",
      ...acts,
    ],
    renewsKeys: true,
    restartsConsumers: false,
  },
  [JobCommand.SweepSecrets]: {
    command: JobCommand.SweepSecrets,
    purpose: "Look at everything in the vault and renew or report what is too old",
    requirements: ["OE-R8"],
    trigger: JobTrigger.Schedule,
    cadence: JobCadence.Daily,
    failed: "rotation-failed",
    notRun: "rotation-sweep-dead",
    actions: [
      ActionId.ReadInventory,
      RegenerateKey,
      PublishSecret,
      RetireKey,
      DisableSecretVersion,
      ActionId.Notify,
      ActionId.OpenWorkItem,
      ActionId.CloseWorkItem,
    ],
    grants: ["writes-secrets", "reads-expiries", "reads-undelivered", "sees-reads", ...acts],
    renewsKeys: true,
    restartsConsumers: false,
  },
  [JobCommand.Revoke]: {
    command: JobCommand.Revoke,
    purpose: "Replace a leaked key at once, by secret, service or ring",
    requirements: ["OE-R8"],
    trigger: JobTrigger.ByHand,
    actions: [
      RegenerateKey,
      PublishSecret,
      RevokeKey,
      DisableSecretVersion,
      RestartConsumer,
      ActionId.Notify,
      ActionId.OpenWorkItem,
    ],
    grants: ["writes-secrets", "reads-expiries", "sees-reads", ...acts],
    renewsKeys: true,
    restartsConsumers: true,
  },
  [JobCommand.Inventory]: {
    command: JobCommand.Inventory,
    purpose: "List every secret, key and certificate with its age and the days it has left",
    requirements: ["OE-R8"],
    trigger: JobTrigger.ByHand,
    actions: [ActionId.ReadInventory],
    grants: ["reads-expiries"],
    renewsKeys: false,
    restartsConsumers: false,
  },
  [JobCommand.EvaluateLevels]: {
    command: JobCommand.EvaluateLevels,
    purpose: "Compute service levels, error budgets and burn rates",
    requirements: ["OE-R3"],
    trigger: JobTrigger.Schedule,
    cadence: JobCadence.Hourly,
    failed: "job-failed",
    notRun: "level-evaluator-silent",
    // It measures and changes nothing: the alerts on what it measures tell people.
    actions: [],
    grants: ["reads-logs", "keeps-journal", "pulls-image"],
    renewsKeys: false,
    restartsConsumers: false,
  },
  [JobCommand.RouteIncidents]: {
    command: JobCommand.RouteIncidents,
    purpose: "Turn alerts into incidents, tell people and escalate until somebody has taken them",
    requirements: ["OE-R10"],
    trigger: JobTrigger.Schedule,
    cadence: JobCadence.Hourly,
    failed: "job-failed",
    notRun: "incident-router-silent",
    actions: [ActionId.OpenWorkItem, ActionId.CloseWorkItem, ActionId.Notify],
    grants: ["reads-alerts", "reads-addresses", ...acts],
    renewsKeys: false,
    restartsConsumers: false,
  },
  [JobCommand.Actions]: {
    command: JobCommand.Actions,
    purpose: "List every action that automation may take, and what each needs",
    requirements: [],
    trigger: JobTrigger.ByHand,
    actions: [],
    grants: [],
    renewsKeys: false,
    restartsConsumers: false,
  },
  [JobCommand.Audit]: {
    command: JobCommand.Audit,
    purpose: "Check that no record of the audit is changed, missing, out of place or cut off",
    requirements: [],
    trigger: JobTrigger.ByHand,
    actions: [],
    grants: ["reads-audit", "reads-journal"],
    renewsKeys: false,
    restartsConsumers: false,
  },
  [JobCommand.Approvals]: {
    command: JobCommand.Approvals,
    purpose: "Ask for, give and list approvals of high-risk actions",
    requirements: [],
    trigger: JobTrigger.ByHand,
    actions: [ActionId.RequestApproval, ActionId.GrantApproval],
    grants: ["writes-audit", "keeps-journal"],
    renewsKeys: false,
    restartsConsumers: false,
  },
  [JobCommand.Stop]: {
    command: JobCommand.Stop,
    purpose: "Stop every action that changes something",
    requirements: [],
    trigger: JobTrigger.ByHand,
    actions: [ActionId.StopAutomation],
    grants: ["writes-audit", "keeps-journal"],
    renewsKeys: false,
    restartsConsumers: false,
  },
  [JobCommand.Resume]: {
    command: JobCommand.Resume,
    purpose: "Let automation act again, with a second person's approval",
    requirements: [],
    trigger: JobTrigger.ByHand,
    actions: [ActionId.ResumeAutomation],
    grants: ["writes-audit", "keeps-journal"],
    renewsKeys: false,
    restartsConsumers: false,
  },
};

/** The commands that Container Apps runs, without anybody typing them. */
export const deployedJobs: readonly JobRow[] = Object.values(jobs).filter(
  ({ trigger }) => trigger !== JobTrigger.ByHand,
);

/** The grants of several jobs that share an identity, each once, in the order of the jobs and their rows. */
export function grantsOf(commands: readonly JobCommand[]): readonly GrantPurpose[] {
  return [...new Set(commands.flatMap((command) => jobs[command].grants))];
}
