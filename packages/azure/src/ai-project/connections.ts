import * as cognitiveservices from "@pulumi/azure-native/cognitiveservices";
import type * as pulumi from "@pulumi/pulumi";
import { assignRole } from "../roles/assign-role";
import { type ConnectionArgs, rolesAtTarget } from "./connection";

/** Where connections are made. */
interface ProjectPlace {
  resourceGroupName: pulumi.Input<string>;
  accountName: pulumi.Input<string>;
  projectName: string;
}

/** Connects a project with a service by the project's own identity. */
export function connect(
  name: string,
  { name: connectionName, category, target, resourceId }: ConnectionArgs,
  place: ProjectPlace,
  opts: pulumi.CustomResourceOptions,
): cognitiveservices.ProjectConnection {
  return new cognitiveservices.ProjectConnection(
    name,
    {
      ...place,
      connectionName,
      properties: {
        authType: "AAD",
        category,
        target,
        isSharedToAll: false,
        metadata: { ApiType: "Azure", ...(resourceId !== undefined && { ResourceId: resourceId }) },
      },
    },
    opts,
  );
}

/** Gives the project's identity its roles at the other end, where the connection says which resource that is. */
export function grantConnection(
  name: string,
  { category, resourceId, roles = [...rolesAtTarget[category]] }: ConnectionArgs,
  principalId: pulumi.Input<string>,
  opts: pulumi.CustomResourceOptions,
): void {
  if (resourceId === undefined) return;
  for (const role of roles)
    assignRole(
      `${name}-${role.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}`,
      { scope: resourceId, role, principalId, principalType: "ServicePrincipal" },
      opts,
    );
}
