import { objectOf, textOf } from "../values";
import { badRequest, conflict } from "./refusals";
import type { TypeRow } from "./row";
import { templateOutputs } from "./template-outputs";

const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Resource groups, locks and role assignments. */
export const resources: readonly TypeRow[] = [
  {
    armType: "Microsoft.Resources/resourceGroups",
    name: {
      pattern: /^[\p{L}\p{Nd}_.()-]*[\p{L}\p{Nd}_()-]$/u,
      minimum: 1,
      maximum: 90,
      code: "InvalidResourceGroup",
      message: (name) =>
        `The provided resource group name '${name}' has these invalid characters: '${name.replace(/[\p{L}\p{Nd}_.()-]/gu, "")}'. ` +
        "The name can only be a letter, digit, '-', '.', '(', ')' or '_', and cannot end in '.'.",
      checkedByProvider: true,
    },
    adds: () => ({ properties: { provisioningState: "Succeeded" } }),
  },
  {
    armType: "Microsoft.Authorization/locks",
    refuses: ({ inputs }) =>
      ["CanNotDelete", "ReadOnly"].includes(textOf(inputs.level) ?? "")
        ? undefined
        : badRequest(
            "InvalidRequestContent",
            `The lock level '${textOf(inputs.level)}' is not CanNotDelete or ReadOnly.`,
          ),
  },
  {
    armType: "Microsoft.Authorization/roleAssignments",
    immutable: ["principalId", "roleDefinitionId", "principalType", "condition", "conditionVersion", "description"],
    refuses: ({ world, id, name, inputs }) => {
      if (!GUID.test(name)) {
        return badRequest(
          "InvalidRoleAssignmentId",
          `The role assignment ID '${name}' is not valid. The role assignment ID must be a GUID.`,
        );
      }
      const same = world
        .resources("Microsoft.Authorization/roleAssignments")
        .find(
          (each) =>
            each.id.toLowerCase() !== id.toLowerCase() &&
            sameText(each.inputs.scope, inputs.scope) &&
            sameText(each.inputs.principalId, inputs.principalId) &&
            roleOf(each.inputs.roleDefinitionId) === roleOf(inputs.roleDefinitionId),
        );
      return same === undefined
        ? undefined
        : conflict(
            "RoleAssignmentExists",
            `The role assignment already exists. The ID of the existing role assignment is ${same.id.split("/").at(-1)?.replaceAll("-", "")}.`,
          );
    },
    adds: ({ world, inputs }) => ({
      createdBy: world.identity.objectId,
      createdOn: world.clock.iso(),
      updatedBy: world.identity.objectId,
      updatedOn: world.clock.iso(),
      scope: `/${(textOf(inputs.scope) ?? "").replace(/^\/+|\/+$/g, "")}`,
    }),
  },
  {
    armType: "Microsoft.Authorization/roleDefinitions",
    adds: ({ world }) => ({
      createdBy: world.identity.objectId,
      createdOn: world.clock.iso(),
      updatedOn: world.clock.iso(),
    }),
  },
  {
    armType: "Microsoft.Resources/deployments",
    adds: ({ uuid, world, inputs }) => ({
      properties: {
        provisioningState: "Succeeded",
        correlationId: uuid("correlation"),
        timestamp: world.clock.iso(),
        duration: "PT1S",
        outputs: templateOutputs(objectOf(inputs.properties)),
        outputResources: [],
      },
    }),
  },
];

function sameText(a: unknown, b: unknown): boolean {
  const plain = (value: unknown) =>
    String(value)
      .toLowerCase()
      .replace(/^\/+|\/+$/g, "");
  return plain(a) === plain(b);
}

function roleOf(roleDefinitionId: unknown): string | undefined {
  return String(roleDefinitionId).toLowerCase().split("/").at(-1);
}
