import { defaultIncidentRules, type IncidentRules } from "../incidents";
import { type Severity, severities } from "../severities";
import type { BusinessHours } from "./business-hours";
import type { Maintenance } from "./maintenance";
import { quietTimes } from "./quiet";
import type { Rotation } from "./rotation";
import type { Escalations, IncidentRoute } from "./route";
import type { WorkItemTracker } from "./work-items";
import type { WorkCalendar } from "./working-days";

/** What the job that routes incidents is told. Plain JSON without a secret. */
export interface IncidentSettings {
  readonly routes: readonly IncidentRoute[];
  readonly rotations: readonly Rotation[];
  readonly escalations: Escalations;
  readonly businessHours?: BusinessHours;
  /** The windows that silence the whole ring. */
  readonly maintenance: readonly Maintenance[];
  readonly workItems?: WorkItemTracker;
  /** The ids of the incidents whose review was held, and the team's working days. */
  readonly reviews: { readonly held: readonly string[]; readonly calendar: WorkCalendar };
  /** The Azure id below which alerts are routed: the ring's resource group. */
  readonly scope: string;
  readonly runbooksUrl: string;
  readonly service: string;
}

/** The machine's rules under these settings. */
export function rulesOf({ escalations, maintenance, businessHours }: IncidentSettings): IncidentRules {
  const named = Object.entries(severities).map(([severity, level]) => {
    const steps = escalations[severity as Severity];
    return [
      severity,
      steps === undefined ? level : { ...level, escalatesTo: steps.map(({ tells }) => tells) },
    ] as const;
  });
  return {
    ...defaultIncidentRules,
    severities: Object.fromEntries(named) as unknown as IncidentRules["severities"],
    quiet: quietTimes(maintenance, businessHours),
  };
}
