import { apiManagementServices } from "./api-management-services.generated";
import { applicationInsights } from "./application-insights.generated";
import { cognitiveServicesAccounts } from "./cognitive-services-accounts.generated";
import { cognitiveServicesProjects } from "./cognitive-services-projects.generated";
import { containerApps } from "./container-apps.generated";
import { containerAppsJobs } from "./container-apps-jobs.generated";
import { cosmosAccounts } from "./cosmos-accounts.generated";
import { eventGridSystemTopics } from "./event-grid-system-topics.generated";
import { keyVaults } from "./key-vaults.generated";
import { logAnalyticsWorkspaces } from "./log-analytics-workspaces.generated";
import { machineLearningDeployments } from "./machine-learning-deployments.generated";
import { machineLearningEndpoints } from "./machine-learning-endpoints.generated";
import { machineLearningWorkspaces } from "./machine-learning-workspaces.generated";
import type { MetricAggregation } from "./metric-table";
import { searchServices } from "./search-services.generated";
import { storageAccounts } from "./storage-accounts.generated";
import { storageQueueServices } from "./storage-queue-services.generated";

export type { Metric, MetricAggregation, MetricTable } from "./metric-table";

/** The metric tables by resource type. */
export const metricTables = {
  [cognitiveServicesAccounts.namespace]: cognitiveServicesAccounts,
  [cognitiveServicesProjects.namespace]: cognitiveServicesProjects,
  [machineLearningWorkspaces.namespace]: machineLearningWorkspaces,
  [machineLearningEndpoints.namespace]: machineLearningEndpoints,
  [machineLearningDeployments.namespace]: machineLearningDeployments,
  [apiManagementServices.namespace]: apiManagementServices,
  [searchServices.namespace]: searchServices,
  [keyVaults.namespace]: keyVaults,
  [containerApps.namespace]: containerApps,
  [containerAppsJobs.namespace]: containerAppsJobs,
  [eventGridSystemTopics.namespace]: eventGridSystemTopics,
  [applicationInsights.namespace]: applicationInsights,
  [logAnalyticsWorkspaces.namespace]: logAnalyticsWorkspaces,
  [storageAccounts.namespace]: storageAccounts,
  [storageQueueServices.namespace]: storageQueueServices,
  [cosmosAccounts.namespace]: cosmosAccounts,
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
