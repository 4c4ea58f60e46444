import * as managedidentity from "@pulumi/azure-native/managedidentity";
import type { RingContext } from "@ringfence/azure";
import { resourceName } from "@ringfence/core/naming";

/** The identity that the claims API runs as. The API itself is deployed elsewhere. */
export function apiIdentity(ring: RingContext): managedidentity.UserAssignedIdentity {
  return new managedidentity.UserAssignedIdentity("api", {
    resourceName: resourceName("userAssignedIdentity", { name: "claims-api", ring: ring.ring }),
    resourceGroupName: ring.resourceGroupName,
    location: ring.location,
    tags: { ...ring.tags },
  });
}
