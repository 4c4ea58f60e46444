import { type ExampleBag, type Examples, resource } from "./example";
import { SUBSCRIPTION } from "./surroundings";

const GROUP = `${SUBSCRIPTION}/resourceGroups/rg-claims-prod`;
const OWNER = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";
const CONTRIBUTOR = "b24988ac-6180-42a0-ab88-20f7382dd24c";
const OPENAI_USER = "5e0bd9bd-7b93-4f28-af87-19fc36ad61bd";
const READER = "acdd72a7-3385-48ef-bd42-f606fba81ae7";

const role = (permission: ExampleBag, scope = GROUP) =>
  resource("authorization:RoleDefinition", "claims-operator", {
    roleName: "Claims operator",
    scope,
    assignableScopes: [scope],
    permissions: [permission],
  });

const assignment = (roleId: string, args: ExampleBag, name = "assigned") =>
  resource("authorization:RoleAssignment", name, {
    scope: GROUP,
    roleDefinitionId: `${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/${roleId}`,
    principalId: "11111111-1111-1111-1111-111111111111",
    ...args,
  });

const readAccounts = { actions: ["Microsoft.CognitiveServices/accounts/read"] };

const owner = (name: string, principalId: string) => assignment(OWNER, { principalId, principalType: "User" }, name);

export const roles: Examples = {
  "no-custom-owner-role": {
    bad: [role({ actions: ["*"] }, SUBSCRIPTION)],
    good: [role(readAccounts, SUBSCRIPTION)],
  },
  "custom-role-inventory": {
    bad: [role(readAccounts)],
    good: [assignment(READER, { principalType: "Group" })],
  },
  "groups-for-people": {
    bad: [assignment(READER, { principalType: "User" })],
    good: [assignment(READER, { principalType: "Group" })],
  },
  "no-operations-on-all-services": {
    bad: [role({ actions: ["*/write"] })],
    good: [role({ actions: ["*/read", "Microsoft.CognitiveServices/accounts/write"] })],
  },
  "owners-are-few": {
    bad: ["1", "2", "3", "4"].map((digit) =>
      owner(`owner-${digit}`, "22222222-2222-2222-2222-22222222222".concat(digit)),
    ),
    good: [assignment(OWNER, { principalType: "Group" }, "owners")],
  },
  "no-privileged-workloads": {
    bad: [assignment(CONTRIBUTOR, { principalType: "ServicePrincipal" })],
    good: [assignment(OPENAI_USER, { principalType: "ServicePrincipal" })],
  },
  "no-rights-to-give-rights": {
    bad: [role({ actions: ["Microsoft.Authorization/roleAssignments/write"] })],
    good: [role({ actions: ["Microsoft.Authorization/roleAssignments/read"] })],
  },
  "no-standing-administrators": {
    bad: [assignment(OWNER, { principalType: "Group" })],
    good: [assignment(READER, { principalType: "Group" })],
  },
  "no-ways-to-other-rights": {
    bad: [
      role({
        actions: ["Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write"],
      }),
    ],
    good: [role({ actions: ["Microsoft.ManagedIdentity/userAssignedIdentities/read"] })],
  },
  "no-wildcard-actions": {
    bad: [role({ actions: ["Microsoft.CognitiveServices/*"] })],
    good: [role(readAccounts)],
  },
  "no-wildcard-data-actions": {
    bad: [role({ dataActions: ["Microsoft.CognitiveServices/accounts/OpenAI/*"] })],
    good: [role({ dataActions: ["Microsoft.CognitiveServices/accounts/OpenAI/deployments/chat/completions/action"] })],
  },
};
