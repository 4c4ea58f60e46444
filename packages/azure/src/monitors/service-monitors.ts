import * as pulumi from "@pulumi/pulumi";
import { refuse } from "../refuse/refuse";
import { alertRules } from "./alert-rules";
import type { ServiceMonitorsArgs } from "./args";
import { serviceMonitorsProblems } from "./monitors-problems";
import { watchedAlerts } from "./watched-alerts";

/**
 * Alert rules for what a service stands on (OE-R2, OE-R10): one for each watched resource and each alert of the catalogue that
 * fits its type, with the ring's threshold and severity, the receivers of that severity and a link to its runbook. An
 * alert whose severity has no receivers goes to the next more urgent severity that has.
 */
export class ServiceMonitors extends pulumi.ComponentResource {
  /** The ids of the alert rules, by `<watched name>/<alert id>`: for a maintenance window, for example. */
  public readonly ruleIds: pulumi.Output<Record<string, string>>;

  constructor(name: string, args: ServiceMonitorsArgs, opts?: pulumi.ComponentResourceOptions) {
    refuse("ServiceMonitors", name, serviceMonitorsProblems(args));
    super("ringfence:index:ServiceMonitors", name, args, opts);
    const { ring, watch, overrides } = args;
    const rules = watch.flatMap((watched) => {
      const made = alertRules(name, ring, watched, watchedAlerts(watched), { parent: this }, overrides);
      return Object.entries(made).map(([alert, id]) => [`${watched.name}/${alert}`, id] as const);
    });
    this.ruleIds = pulumi.all(Object.fromEntries(rules));
    this.registerOutputs({ ruleIds: this.ruleIds });
  }
}
