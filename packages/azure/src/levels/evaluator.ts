import type * as app from "@pulumi/azure-native/app";
import * as pulumi from "@pulumi/pulumi";
import {
  jobFailed,
  type LogAlertRow,
  levelBurning,
  levelEvaluatorSilent,
  levelWithoutData,
} from "@ringfence/core/alerts";
import { GrantScope, JobCommand } from "@ringfence/core/jobs";
import { resolveObjective, reviewAlert } from "@ringfence/core/levels";
import type { JobsContext } from "../jobs/context";
import { jobRoles } from "../jobs/job-roles";
import { operationsJob } from "../jobs/operations-job";
import { onSchedule } from "../jobs/triggers";
import { alertRules } from "../monitors/alert-rules";
import type { RingContext } from "../ring/context";
import type { ServiceObjectiveArgs } from "./objective";

/** Every quarter of an hour, off the full hour, when everybody's jobs start. */
const SCHEDULE = "8,23,38,53 * * * *";

/** What reads what the evaluator found of all objectives; the review has a rule for each. */
const rows: readonly LogAlertRow[] = [levelBurning, levelWithoutData, levelEvaluatorSilent];

/** The job that computes what Azure's alerts cannot, and the alerts on what it finds and on itself. */
export function evaluator(
  name: string,
  ring: RingContext,
  objectives: readonly ServiceObjectiveArgs[],
  jobs: JobsContext,
  opts: pulumi.CustomResourceOptions,
): app.Job {
  const command = JobCommand.EvaluateLevels;
  const scopes = jobs.readsLogs === true ? {} : { [GrantScope.LogAnalytics]: ring.logAnalyticsId };
  const roles = jobRoles(name, ring, [command], scopes, opts);
  const job = operationsJob(
    `${name}-evaluate`,
    ring,
    jobs,
    {
      command,
      qualifier: "levels",
      trigger: onSchedule(SCHEDULE),
      environment: {
        RINGFENCE_LEVELS: JSON.stringify(objectives),
        RINGFENCE_LOG_ANALYTICS_WORKSPACE_ID: ring.logAnalyticsId,
      },
    },
    pulumi.mergeOptions(opts, { dependsOn: roles }),
  );
  alertRules(name, ring, { name: "evaluator", resourceId: job.id, type: "Microsoft.App/jobs" }, [jobFailed], opts);
  const logs = { name: "all", resourceId: ring.logAnalyticsId, type: "Microsoft.OperationalInsights/workspaces" };
  alertRules(name, ring, logs, rows, opts);
  for (const definition of objectives) {
    const objective = resolveObjective(definition);
    alertRules(name, ring, { ...logs, name: objective.name }, [reviewAlert(objective)], opts);
  }
  return job;
}
