/** How long a log usually takes from an event until a query finds it. */
export interface IngestionLag {
  /** Minutes that a query leaves out at its end, because little of them has arrived. */
  readonly minutes: number;
  /** Where the number comes from. */
  readonly because: string;
}

const page = 'Microsoft\'s "Log data ingestion time in Azure Monitor"';

/** By what fills the log. */
export const ingestionLags = {
  /** What a service sends to Application Insights by itself. */
  telemetry: {
    minutes: 2,
    because: `${page} gives 20 seconds to 3 minutes on average`,
  },
  /** What a diagnostic setting sends of a resource. */
  resourceLogs: {
    minutes: 5,
    because: `${page} gives 3 to 10 minutes for resource logs; what comes later still counts in the long window`,
  },
} as const satisfies Readonly<Record<string, IngestionLag>>;
