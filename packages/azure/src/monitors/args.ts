import type { RingContext } from "../ring/context";
import type { AlertOverrideArgs } from "./alert-override";
import type { WatchArgs } from "./watch";

/** What ServiceMonitors needs. */
export interface ServiceMonitorsArgs {
  /** The ring: its thresholds, receivers, runbooks and tags. */
  ring: RingContext;
  /** What to watch; every alert of the catalogue for the resource's type becomes a rule. */
  watch: WatchArgs[];
  /** Changes to rows of the alert catalogue, by the alert's id. */
  overrides?: Record<string, AlertOverrideArgs>;
}
