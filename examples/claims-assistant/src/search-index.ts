import type * as managedidentity from "@pulumi/azure-native/managedidentity";
import * as search from "@pulumi/azure-native/search";
import { interpolate, type Output } from "@pulumi/pulumi";
import { assignRole, diagnose, privateEndpoint, type RingContext, type WatchArgs } from "@ringfence/azure";
import { resourceName } from "@ringfence/core/naming";
import { RoleName } from "@ringfence/core/roles";

export interface SearchIndex {
  id: Output<string>;
  endpoint: Output<string>;
  watched: WatchArgs;
}

/** The search service over claims documents, read by the API with its own identity. */
export function searchIndex(
  ring: RingContext,
  api: managedidentity.UserAssignedIdentity,
  replicas: number,
): SearchIndex {
  const service = new search.Service("documents", {
    searchServiceName: resourceName("search", { name: ring.name, ring: ring.ring, suffix: ring.suffix }),
    resourceGroupName: ring.resourceGroupName,
    location: ring.location,
    sku: { name: "standard" },
    replicaCount: replicas,
    partitionCount: 1,
    identity: { type: "SystemAssigned" },
    disableLocalAuth: true,
    publicNetworkAccess: "disabled",
    tags: { ...ring.tags },
  });
  diagnose("documents-diagnostics", { resourceId: service.id, logAnalyticsId: ring.logAnalyticsId });
  if (ring.settings.network === "private")
    privateEndpoint("documents", { ring, resourceId: service.id, groupId: "searchService" });
  assignRole("documents-api-reads", {
    scope: service.id,
    role: RoleName.SearchIndexDataReader,
    principalId: api.principalId,
    principalType: "ServicePrincipal",
  });
  return {
    id: service.id,
    endpoint: interpolate`https://${service.name}.search.windows.net`,
    watched: { name: "documents", resourceId: service.id, type: "Microsoft.Search/searchServices" },
  };
}
