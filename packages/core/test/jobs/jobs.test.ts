import { alerts } from "@ringfence/core/alerts";
import {
  deployedJobs,
  type GrantPurpose,
  grantsOf,
  JobCommand,
  JobTrigger,
  jobGrants,
  jobs,
} from "@ringfence/core/jobs";
import { RoleName, roles } from "@ringfence/core/roles";

test("every command has a row under its own name", () => {
  for (const command of Object.values(JobCommand)) expect(jobs[command].command).toBe(command);
});

test("every job that nobody watches has an alert for a run that fails and for one that does not come", () => {
  const ids = new Set(Object.keys(alerts));
  expect(deployedJobs.map(({ command }) => command)).toEqual([
    "rotate",
    "sweep-secrets",
    "evaluate-levels",
    "route-incidents",
  ]);
  for (const job of deployedJobs) {
    if (job.trigger === JobTrigger.ByHand) throw new Error("a deployed job is not started by hand");
    expect(ids).toContain(job.failed);
    if (job.trigger === JobTrigger.Schedule) expect(ids).toContain(job.notRun);
    else expect(jobs[job.sweptBy].trigger).toBe(JobTrigger.Schedule);
  }
});

test("a job that records what it does can write the audit and the journal", () => {
  for (const { command, actions, grants } of Object.values(jobs)) {
    const records = actions.some((action) => action !== "read-inventory");
    const may = (purpose: GrantPurpose) => grants.includes(purpose);
    expect([command, may("writes-audit") && may("keeps-journal")]).toEqual([command, records]);
  }
});

test("no job may give roles, delete vaults or accounts, or do everything", () => {
  const never = [
    "Microsoft.Authorization/roleAssignments/write",
    "Microsoft.KeyVault/vaults/delete",
    "Microsoft.Storage/storageAccounts/delete",
    "Microsoft.Storage/storageAccounts/listKeys/action",
  ];
  for (const { role } of Object.values(jobGrants)) {
    const patterns = roles[role].actions.map((action) => new RegExp(`^${action.replaceAll("*", ".*")}$`, "i"));
    for (const action of never)
      expect([role, action, patterns.some((p) => p.test(action))]).toEqual([role, action, false]);
  }
});

test("every grant is some job's, and jobs of one identity get each once", () => {
  const all = grantsOf(Object.values(JobCommand));
  expect([...all].sort()).toEqual(Object.keys(jobGrants).sort());
  expect(new Set(all).size).toBe(all.length);
});

test("the roles of the rotation are what it needs on each thing and no more", () => {
  const may = grantsOf([JobCommand.Rotate, JobCommand.SweepSecrets]).map(
    (purpose) => `${jobGrants[purpose].scope}: ${jobGrants[purpose].role}`,
  );
  expect(may.sort()).toEqual(
    [
      `the ring's key vault: ${RoleName.KeyVaultSecretsOfficer}`,
      `the ring's key vault: ${RoleName.KeyVaultReader}`,
      `the queue of expiry events: ${RoleName.StorageQueueDataReader}`,
      `the queue of expiry events: ${RoleName.StorageQueueDataMessageProcessor}`,
      `the queue of events given up on: ${RoleName.StorageQueueDataMessageSender}`,
      `the container of undelivered events: ${RoleName.StorageBlobDataReader}`,
      `the audit's container: ${RoleName.StorageBlobDataContributor}`,
      `the journal's table: ${RoleName.StorageTableDataContributor}`,
      `the container registry: ${RoleName.AcrPull}`,
      `the ring's Log Analytics workspace: ${RoleName.LogAnalyticsReader}`,
    ].sort(),
  );
});

test("a job restarts consumers if and only if it may take that action", () => {
  for (const { command, actions, restartsConsumers } of Object.values(jobs))
    expect([command, restartsConsumers]).toEqual([command, actions.includes("restart-consumer")]);
});
