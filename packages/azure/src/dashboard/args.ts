import type { RingContext } from "../ring/context";

/** What OperationsDashboard needs. */
export interface OperationsDashboardArgs {
  /** The ring whose health the dashboard shows. */
  ring: RingContext;
  /** The dashboard's name in the portal; `<service> in <ring>` if left out. */
  title?: string;
  /** Whether there is a portal dashboard of a few tiles too, for a screen on the wall; false if left out. */
  wall?: boolean;
  /**
   * Whether the Grafana dashboard is put into Azure Monitor's dashboards with Grafana; false if left out. Their API is a
   * preview, so only rings that allow previews take it. An Azure Managed Grafana imports `grafanaDashboard` instead.
   */
  grafanaInAzureMonitor?: boolean;
}
