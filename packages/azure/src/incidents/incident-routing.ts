import * as pulumi from "@pulumi/pulumi";
import {
  azureMaintenancePlanned,
  azureSecurityAdvisory,
  incidentNotTaken,
  incidentReviewOverdue,
  incidentRouterSilent,
  jobFailed,
} from "@ringfence/core/alerts";
import { GrantScope, JobCommand } from "@ringfence/core/jobs";
import type { JobsContext } from "../jobs/context";
import { jobRoles } from "../jobs/job-roles";
import { operationsJob } from "../jobs/operations-job";
import { onSchedule } from "../jobs/triggers";
import { maintenanceParts, maintenanceRule } from "../maintenance";
import { alertRules } from "../monitors/alert-rules";
import { type RingPart, refuseSecond } from "../refuse/once-a-ring";
import { refuse } from "../refuse/refuse";
import type { IncidentRoutingArgs } from "./args";
import { businessHoursRule } from "./business-hours-rule";
import { routerSettings } from "./router-settings";
import { incidentRoutingProblems } from "./routing-problems";

/** Every minute: a time to acknowledge of five minutes leaves no room for more. */
const EVERY_MINUTE = "* * * * *";

/** A ring's incidents are routed in one place: two routers would tell everybody everything twice. */
const only: RingPart = {
  path: "ring",
  what: "the routing of incidents",
  instead: "give that one the routes and windows of this one too",
};

/**
 * Sees incidents through (OE-R10): a job that turns alerts into incidents, reminds, escalates when nobody has taken one
 * in time, opens and closes work items and asks for reviews; business hours for what wakes nobody; maintenance windows;
 * and Azure's own announcements. The first notice of every alert comes from Azure to the ring's receivers, whether this
 * job runs or not; what comes after it, escalation above all, needs the job, and an alert says when it is silent.
 */
export class IncidentRouting extends pulumi.ComponentResource {
  /** The name of the router's job in Azure; empty without `jobs`. */
  public readonly routerJobName: pulumi.Output<string>;
  /** The ids of the rules that keep alerts quiet, by the maintenance window's name and `business-hours`. */
  public readonly quietRuleIds: pulumi.Output<Record<string, string>>;

  constructor(name: string, args: IncidentRoutingArgs, opts?: pulumi.ComponentResourceOptions) {
    refuse("IncidentRouting", name, incidentRoutingProblems(args));
    refuseSecond("IncidentRouting", name, args.ring, [only, ...maintenanceParts(args.maintenance)]);
    super("ringfence:index:IncidentRouting", name, args, opts);
    const child = { parent: this };
    const { ring, jobs, businessHours, maintenance = [] } = args;
    const quiet: Record<string, pulumi.Output<string>> = {};
    for (const window of maintenance) quiet[window.name] = maintenanceRule(name, ring, window, child).id;
    if (businessHours) quiet["business-hours"] = businessHoursRule(name, ring, businessHours, child).id;
    const subscription = pulumi.interpolate`/subscriptions/${ring.subscriptionId}`;
    const announced = { name: "azure", resourceId: subscription, type: azureSecurityAdvisory.service };
    alertRules(name, ring, announced, [azureSecurityAdvisory, azureMaintenancePlanned], child);
    this.routerJobName = jobs ? router(name, args, jobs, child) : pulumi.output("");
    this.quietRuleIds = pulumi.all(quiet);
    this.registerOutputs({ routerJobName: this.routerJobName, quietRuleIds: this.quietRuleIds });
  }
}

/** The job with its rights and its alerts; gives the job's name. The store and the vault are open to it already. */
function router(
  name: string,
  args: IncidentRoutingArgs,
  jobs: JobsContext,
  opts: pulumi.CustomResourceOptions,
): pulumi.Output<string> {
  const { ring } = args;
  const rights = jobRoles(
    name,
    ring,
    [JobCommand.RouteIncidents],
    { [GrantScope.ResourceGroup]: ring.resourceGroupId },
    opts,
  );
  const job = operationsJob(
    `${name}-router`,
    ring,
    jobs,
    {
      command: JobCommand.RouteIncidents,
      qualifier: "incidents",
      trigger: onSchedule(EVERY_MINUTE),
      environment: { RINGFENCE_INCIDENTS: routerSettings(args) },
    },
    pulumi.mergeOptions(opts, { dependsOn: rights }),
  );
  const watched = { name: "router", resourceId: job.id, type: incidentRouterSilent.service };
  alertRules(name, ring, watched, [incidentRouterSilent, incidentNotTaken, incidentReviewOverdue, jobFailed], opts);
  return job.name;
}
