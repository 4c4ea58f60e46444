import type { RingContext } from "../ring/context";

/** What OperationsDashboard needs. */
export interface OperationsDashboardArgs {
  /** The ring whose health the dashboard shows. */
  ring: RingContext;
  /** The dashboard's name in the portal; `<service> in <ring>` if left out. */
  title?: string;
}
