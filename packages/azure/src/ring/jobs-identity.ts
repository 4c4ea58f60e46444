import type * as applicationinsights from "@pulumi/azure-native/applicationinsights";
import * as managedidentity from "@pulumi/azure-native/managedidentity";
import { RoleName } from "@ringfence/core/roles";
import { assignRole } from "../roles/assign-role";
import { type GroupGround, localName, part } from "./ground";

/** The identity that the ring's jobs run as. It comes without roles; each component grants what its job needs. */
export function jobsIdentity(ground: GroupGround): managedidentity.UserAssignedIdentity {
  const { name, location, tags, parent, resourceGroupName } = ground;
  return part(
    ground,
    new managedidentity.UserAssignedIdentity(
      `${name}-jobs`,
      {
        resourceName: localName("userAssignedIdentity", ground, "jobs"),
        resourceGroupName,
        location,
        tags: { ...tags },
      },
      { parent },
    ),
  );
}

/** Lets the jobs send telemetry, which without keys needs a role, and nothing else. */
export function letJobsSendTelemetry(
  ground: GroupGround,
  identity: managedidentity.UserAssignedIdentity,
  applicationInsights: applicationinsights.Component,
): void {
  const { name, parent } = ground;
  part(
    ground,
    assignRole(
      `${name}-jobs-telemetry`,
      {
        scope: applicationInsights.id,
        role: RoleName.MonitoringMetricsPublisher,
        principalId: identity.principalId,
        principalType: "ServicePrincipal",
      },
      { parent },
    ),
  );
}
