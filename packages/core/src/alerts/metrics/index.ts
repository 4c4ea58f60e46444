import { cognitiveServicesAccounts } from "./cognitive-services-accounts.generated";
import { containerAppsJobs } from "./container-apps-jobs.generated";
import { eventGridSystemTopics } from "./event-grid-system-topics.generated";
import { keyVaults } from "./key-vaults.generated";
import type { MetricAggregation } from "./metric-table";
import { searchServices } from "./search-services.generated";
import { storageQueueServices } from "./storage-queue-services.generated";

export type { Metric, MetricAggregation, MetricTable } from "./metric-table";

/** The metric tables by resource type. */
export const metricTables = {
  [cognitiveServicesAccounts.namespace]: cognitiveServicesAccounts,
  [searchServices.namespace]: searchServices,
  [keyVaults.namespace]: keyVaults,
  [containerAppsJobs.namespace]: containerAppsJobs,
  [eventGridSystemTopics.namespace]: eventGridSystemTopics,
  [storageQueueServices.namespace]: storageQueueServices,
} as const;

/** A resource type whose metrics an alert can watch. */
export type MonitoredService = keyof typeof metricTables;

/** The metrics of a resource type that an alert may use. */
export type MetricName<S extends MonitoredService> = keyof (typeof metricTables)[S]["metrics"] & string;

type MetricOf<S extends MonitoredService, M extends MetricName<S>> = (typeof metricTables)[S]["metrics"][M];

/** The aggregations that a metric offers. */
export type AggregationOf<S extends MonitoredService, M extends MetricName<S>> =
  MetricOf<S, M> extends { aggregations: readonly (infer A)[] } ? A & MetricAggregation : never;

/** The dimensions that a metric can be filtered and split by. */
export type DimensionOf<S extends MonitoredService, M extends MetricName<S>> =
  MetricOf<S, M> extends { dimensions: readonly (infer D)[] } ? D & string : never;
