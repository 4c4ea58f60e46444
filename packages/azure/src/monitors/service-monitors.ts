import * as pulumi from "@pulumi/pulumi";
import { type AlertRow, hasPrometheusForm, type PrometheusRow } from "@ringfence/core/alerts";
import { maintenanceParts, maintenanceRule } from "../maintenance";
import { type RingPart, refuseSecond } from "../refuse/once-a-ring";
import { refuse } from "../refuse/refuse";
import type { RingContext } from "../ring/context";
import type { AlertOverrideArgs } from "./alert-override";
import { alertRules } from "./alert-rules";
import type { ServiceMonitorsArgs } from "./args";
import { serviceMonitorsProblems } from "./monitors-problems";
import { prometheusRules } from "./prometheus";
import { ringWatch } from "./ring-watch";
import type { WatchArgs } from "./watch";
import { watchedAlerts } from "./watched-alerts";

/**
 * Alert rules for what a service stands on (OE-R2, OE-R10): one for each watched resource and each alert of the catalogue that
 * fits it, with the ring's threshold and severity, the receivers of that severity and a link to its runbook. An alert
 * whose severity has no receivers goes to the next more urgent severity that has. The ring's own parts are watched too:
 * vault, telemetry and logs, deletions and changes of access, and what Azure announces. An AI account with few calls,
 * under about 20 a minute, says `hasLowTraffic`: no metric alert can ask for a minimum of calls.
 */
export class ServiceMonitors extends pulumi.ComponentResource {
  /**
   * The ids of the alert rules, by `<watched name>/<alert id>`: for a maintenance window, for example. The group of
   * Prometheus rules, where there is one, is `prometheus`.
   */
  public readonly ruleIds: pulumi.Output<Record<string, string>>;

  /**
   * Throws InputPropertiesError with every mistake in the arguments, before anything is created.
   */
  constructor(name: string, args: ServiceMonitorsArgs, opts?: pulumi.ComponentResourceOptions) {
    refuse("ServiceMonitors", name, serviceMonitorsProblems(args));
    refuseSecond("ServiceMonitors", name, args.ring, monitorsParts(args));
    super("ringfence:index:ServiceMonitors", name, args, opts);
    const { ring, watch, watchRing = true, overrides, maintenance = [], prometheus } = args;
    const parent = { parent: this };
    const inPrometheus: PrometheusRow[] = [];
    const ids: Record<string, pulumi.Output<string>> = {};
    for (const watched of [...watch, ...(watchRing ? ringWatch(ring) : [])]) {
      const rows = watchedAlerts(watched, ring);
      if (rows.length === 0) void pulumi.log.info(`${watched.name}: ${withoutAlerts(watched, ring)}`, this);
      const [moved, kept] = prometheus ? parted(rows, overrides) : [[], rows];
      inPrometheus.push(...moved.filter(({ id }) => inPrometheus.every((row) => row.id !== id)));
      const made = alertRules(name, ring, watched, kept, parent, overrides);
      for (const [alert, id] of Object.entries(made)) ids[`${watched.name}/${alert}`] = id;
    }
    if (prometheus && inPrometheus.length > 0)
      ids.prometheus = prometheusRules(name, ring, prometheus, inPrometheus, parent, overrides).id;
    const made = new Set([...Object.keys(ids).map((id) => id.split("/")[1]), ...inPrometheus.map(({ id }) => id)]);
    for (const id of Object.keys(overrides ?? {}).filter((overridden) => !made.has(overridden)))
      void pulumi.log.info(`overrides.${id}: no watched resource has this alert in ${ring.ring}`, this);
    for (const window of maintenance) maintenanceRule(name, ring, window, parent);
    this.ruleIds = pulumi.all(ids);
    this.registerOutputs({ ruleIds: this.ruleIds });
  }
}

/**
 * The alerts that Prometheus takes over, and those that stay. One that is switched off stays, because its rule carries
 * the reason to the dashboard and a group of rules cannot.
 */
function parted(
  rows: readonly AlertRow[],
  overrides: Readonly<Record<string, AlertOverrideArgs>> = {},
): [PrometheusRow[], AlertRow[]] {
  const moves = (row: AlertRow): row is PrometheusRow =>
    hasPrometheusForm(row) && overrides[row.id]?.offBecause === undefined;
  return [rows.filter(moves), rows.filter((row) => !moves(row))];
}

/** Why a resource of a type that has alerts gets none. */
function withoutAlerts({ type }: WatchArgs, { ring }: RingContext): string {
  return `no alert watches it in ${ring}: those of ${type} are on Azure's previews or do not fit it`;
}

/** The ring's own parts once, each watched thing's rules, and the maintenance windows. */
function monitorsParts({ ring, watch, watchRing = true, maintenance }: ServiceMonitorsArgs): RingPart[] {
  const rules = watch.flatMap((watched, index) =>
    watchedAlerts(watched, ring).map(({ id }) => ({
      path: `watch[${index}].name`,
      what: `the alert ${id} of a watched ${JSON.stringify(watched.name)}`,
      instead: "give this one another name, or watch it there alone",
    })),
  );
  const own = {
    path: "watchRing",
    what: "the alerts of the ring's own parts",
    instead: "say false here",
  };
  return [...(watchRing ? [own] : []), ...rules, ...maintenanceParts(maintenance)];
}
