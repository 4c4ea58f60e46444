import * as authorization from "@pulumi/azure-native/authorization";
import { type GroupGround, localName } from "./ground";

/**
 * Keeps the ring's resource group and everything in it from being deleted. Created after all other parts, so that it
 * stands in the way of none of them, and deleted first.
 */
export function deleteLock(ground: GroupGround): authorization.ManagementLockByScope {
  const { name, ring, parent, parts, resourceGroupId } = ground;
  return new authorization.ManagementLockByScope(
    `${name}-lock`,
    {
      lockName: localName("managementLock", ground),
      scope: resourceGroupId,
      level: "CanNotDelete",
      notes: `${ring.name} of ${name}. To delete or replace something in it, deploy with overrides.deleteLock false first.`,
    },
    { parent, dependsOn: parts },
  );
}
