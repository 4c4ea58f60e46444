import type { MaintenanceWindowArgs } from "../maintenance";
import type { RingContext } from "../ring/context";
import type { AlertOverrideArgs } from "./alert-override";
import type { PrometheusArgs } from "./prometheus";
import type { WatchArgs } from "./watch";

/** What ServiceMonitors needs. */
export interface ServiceMonitorsArgs {
  /** The ring: its thresholds, receivers, runbooks and tags. */
  ring: RingContext;
  /** What to watch; every alert of the catalogue for the resource's type becomes a rule. */
  watch: WatchArgs[];
  /**
   * Whether to watch what the ring itself is made of: its key vault, telemetry and logs, deletions and changes of access
   * in its resource group, and what Azure announces for its subscription. Once a ring is enough: a second ServiceMonitors
   * of the same ring says false. True if left out.
   */
  watchRing?: boolean;
  /** Changes to rows of the alert catalogue, by the alert's id. */
  overrides?: Record<string, AlertOverrideArgs>;
  /** Times in which the alerts of the ring tell nobody, because somebody is at work on what they watch. */
  maintenance?: MaintenanceWindowArgs[];
  /**
   * Where the services' OpenTelemetry metrics are, if in Azure Managed Prometheus: alerts on them become one group of
   * Prometheus rules instead of log alerts on Application Insights. Left out, they are log alerts.
   */
  prometheus?: PrometheusArgs;
}
