import type * as authorization from "@pulumi/azure-native/authorization";
import { roles as builtIn, RoleName, roleDefinitionId } from "@ringfence/core/roles";
import * as roles from "@ringfence/policies/rules/roles";
import { type JudgedResource, judge, unknown } from "@ringfence/policies/testing";
import { prove } from "../prove";

const DEFINITION = "authorization:RoleDefinition";
const ASSIGNMENT = "authorization:RoleAssignment";
const GROUP = "/subscriptions/s/resourceGroups/rg";

const permissions = (...given: Record<string, unknown>[]) => ({ props: { permissions: given } });
const actions = (...given: unknown[]) => permissions({ actions: given });
const custom = (given: unknown[], assignableScopes?: unknown, scope?: unknown) => ({
  props: {
    permissions: [{ actions: given }],
    ...(assignableScopes !== undefined && { assignableScopes }),
    ...(scope !== undefined && { scope }),
  },
});
const at = (list: string, index = 0) => `permissions[0].${list}[${index}]`;

prove({
  rule: roles.customOwner,
  type: DEFINITION,
  good: [
    custom(["*"], [GROUP]),
    custom(["*"], [], GROUP),
    custom(["Microsoft.CognitiveServices/*"], ["/"]),
    custom([unknown], [GROUP]),
    custom(["*/read"], ["/subscriptions/s"]),
  ],
  bad: [
    { ...custom(["*"], ["/subscriptions/s"]), at: [at("actions")] },
    { ...custom(["Microsoft.Support/*", " * "], [GROUP, "/"]), at: [at("actions", 1)] },
    { ...custom(["*"], ["/subscriptions/s/"]), at: [at("actions")] },
    { ...custom(["*"], ["/providers/Microsoft.Management/managementGroups/all"]), at: [at("actions")] },
    { ...custom(["*"], undefined, "/subscriptions/s"), at: [at("actions")] },
    { ...custom(["*"]), at: [at("actions")] },
    { ...custom(["*"], [unknown, "/subscriptions/s"]), at: [at("actions")] },
  ],
  empty: "pass",
  unknown: [
    { ...custom(["*"], unknown), at: "assignableScopes" },
    { ...custom(["*"], [GROUP, unknown]), at: "assignableScopes[1]" },
    { ...custom(["*"], [], unknown), at: "scope" },
    { ...custom([unknown], ["/subscriptions/s"]), at: at("actions") },
  ],
});

for (const [rule, list] of [
  [roles.wildcardActions, "actions"],
  [roles.wildcardDataActions, "dataActions"],
] as const)
  prove({
    rule,
    type: DEFINITION,
    good: [
      permissions({ [list]: [] }),
      permissions({ notActions: ["*"], notDataActions: ["*"] }),
      permissions({ [list]: ["*/read", "Microsoft.Insights/*/read"] }),
      permissions({ [list]: ["Microsoft.CognitiveServices/accounts/read"] }),
    ],
    bad: [
      { ...permissions({ [list]: ["*"] }), at: [at(list)] },
      {
        ...permissions({ [list]: ["a/read"] }, { [list]: ["Microsoft.KeyVault/*", unknown] }),
        at: [`permissions[1].${list}[0]`],
      },
      { ...permissions({ [list]: ["Microsoft.KeyVault/vaults/*", "*"] }), at: [at(list), at(list, 1)] },
    ],
    empty: "pass",
    unknown: [
      { ...permissions({ [list]: ["a/read", unknown] }), at: at(list, 1) },
      { props: { permissions: unknown }, at: "permissions" },
    ],
  });

prove({
  rule: roles.operationsOnAllServices,
  type: DEFINITION,
  good: [actions("*/read", "Microsoft.Support/*"), permissions({ dataActions: ["Microsoft.KeyVault/vaults/*/read"] })],
  bad: [
    { ...actions("*/read", "*/write"), at: [at("actions", 1)] },
    { ...actions("*/listKeys/action"), at: [at("actions")] },
    { ...permissions({ dataActions: ["*/READ"] }), at: [at("dataActions")] },
  ],
  empty: "pass",
  unknown: [{ ...actions(unknown), at: at("actions") }],
});

const ASSIGN = "Microsoft.Authorization/roleAssignments/write";

prove({
  rule: roles.rightsToGiveRights,
  type: DEFINITION,
  good: [
    actions("*/read", "Microsoft.Authorization/*/read", "Microsoft.Authorization/roleAssignments/read"),
    permissions({ actions: ["*"], notActions: ["Microsoft.Authorization/*/Write"] }),
    actions("*/write/*", "Microsoft.Authorization/role*s/writ", `${"*r".repeat(5_000)}*`),
    actions("Microsoft.CognitiveServices/accounts/deployments/write"),
  ],
  bad: [
    { ...actions("microsoft.*/role*s/*"), at: [at("actions")] },
    { ...actions("Microsoft.Authorization/roleDefinitions/write"), at: [at("actions")] },
    { ...actions("a/read", ASSIGN.toUpperCase()), at: [at("actions", 1)] },
    { ...actions("Microsoft.Authorization/*"), at: [at("actions")] },
    { ...actions("*/write"), at: [at("actions")] },
    {
      ...permissions({ actions: ["*"], notActions: ["Microsoft.Authorization/roleDefinitions/write"] }),
      at: [at("actions")],
    },
    // Another set of permissions takes nothing away from this one.
    { ...permissions({ actions: [ASSIGN] }, { notActions: [ASSIGN] }), at: [at("actions")] },
  ],
  empty: "pass",
  unknown: [
    { ...actions(unknown), at: at("actions") },
    { ...permissions({ actions: ["*"], notActions: [unknown] }), at: at("notActions") },
    { ...permissions({ actions: ["*"], notActions: unknown }), at: "permissions[0].notActions" },
  ],
});

prove({
  rule: roles.waysToOtherRights,
  type: DEFINITION,
  good: [
    permissions({ actions: ["Microsoft.Authorization/*"], notActions: ["Microsoft.Authorization/*"] }),
    actions("Microsoft.ManagedIdentity/userAssignedIdentities/read"),
  ],
  bad: [
    { ...actions("Microsoft.Authorization/elevateAccess/Action"), at: [at("actions")] },
    {
      ...actions("Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write"),
      at: [at("actions")],
    },
    { ...actions("Microsoft.ManagedIdentity/*"), at: [at("actions")] },
  ],
  empty: "pass",
  unknown: [{ ...actions(unknown), at: at("actions") }],
});

prove({
  rule: roles.customRoleInventory,
  type: DEFINITION,
  good: [{ props: { roleType: "BuiltInRole" } }],
  bad: [
    { props: { roleName: "Model Operator" }, at: [undefined] },
    { props: { roleType: "CustomRole" }, at: [undefined] },
  ],
  empty: "fail",
  unknown: [{ props: { roleType: unknown }, at: "roleType" }],
});

const assigned = (role: RoleName, principalType?: unknown, more: Record<string, unknown> = {}) => ({
  props: {
    roleDefinitionId: roleDefinitionId(role, "/subscriptions/s"),
    ...(principalType !== undefined && { principalType }),
    ...more,
  },
});
const ROLE = "roleDefinitionId";

prove({
  rule: roles.privilegedWorkloads,
  type: ASSIGNMENT,
  good: [
    assigned(RoleName.Owner, "Group"),
    assigned(RoleName.Contributor, "user"),
    assigned(RoleName.Reader),
    assigned(RoleName.CognitiveServicesContributor, unknown),
    { props: { principalType: "User", roleDefinitionId: unknown } },
    assigned(RoleName.CognitiveServicesOpenAIUser, "ServicePrincipal"),
  ],
  bad: [
    ...[
      RoleName.Owner,
      RoleName.Contributor,
      RoleName.UserAccessAdministrator,
      RoleName.RoleBasedAccessControlAdministrator,
    ].map((role) => ({ ...assigned(role, "ServicePrincipal"), at: [ROLE] })),
    { ...assigned(RoleName.Owner), at: [ROLE] },
    { props: { principalType: "ServicePrincipal", roleDefinitionId: builtIn.Owner.id.toUpperCase() }, at: [ROLE] },
  ],
  empty: "fail",
  unknown: [
    { props: { principalType: "ServicePrincipal", roleDefinitionId: unknown }, at: ROLE },
    { ...assigned(RoleName.Owner, unknown), at: "principalType" },
  ],
});

test("the roles that workloads may not have are configured, by id or by its last part", async () => {
  const resources = [RoleName.Reader, RoleName.Owner].map((role) => ({
    type: `azure-native:${ASSIGNMENT}`,
    ...assigned(role, "ServicePrincipal"),
  }));
  for (const denied of [roleDefinitionId(RoleName.Reader), builtIn.Reader.id.toUpperCase()]) {
    const verdicts = await judge(roles.privilegedWorkloads, { resources, config: { deniedRoles: [denied] } });
    expect(verdicts.map(({ outcome }) => outcome)).toEqual(["fail", "pass"]);
  }
});

prove({
  rule: roles.groupsForPeople,
  type: ASSIGNMENT,
  good: [{ props: { principalType: "ServicePrincipal" } }, { props: { principalType: "group" } }],
  bad: [
    { ...assigned(RoleName.Reader, "User"), at: ["principalType"] },
    { ...assigned(RoleName.Reader), at: ["principalType"] },
  ],
  empty: "fail",
  unknown: [{ props: { principalType: unknown }, at: "principalType" }],
});

prove({
  rule: roles.standingAdministrators,
  type: ASSIGNMENT,
  good: [
    assigned(RoleName.Owner, "ServicePrincipal"),
    assigned(RoleName.Contributor, "User"),
    { props: { principalType: "Group" } },
    assigned(RoleName.Reader, "Group"),
  ],
  bad: [
    { ...assigned(RoleName.Owner, "Group"), at: [ROLE] },
    { ...assigned(RoleName.UserAccessAdministrator, "User"), at: [ROLE] },
    { ...assigned(RoleName.RoleBasedAccessControlAdministrator), at: [ROLE] },
  ],
  empty: "pass",
  unknown: [
    { ...assigned(RoleName.Owner, unknown), at: "principalType" },
    { props: { roleDefinitionId: unknown, principalType: "Group" }, at: ROLE },
  ],
});

const owner = (name: string, scope: unknown): JudgedResource => ({
  type: `azure-native:${ASSIGNMENT}`,
  name,
  ...assigned(RoleName.Owner, "Group", { scope }),
});

prove({
  rule: roles.ownersAreFew,
  type: ASSIGNMENT,
  beside: [owner("a", "/subscriptions/s"), owner("b", "/subscriptions/S"), owner("c", "/subscriptions/s")],
  good: [
    assigned(RoleName.Owner, "Group", { scope: GROUP }),
    { props: { scope: "/subscriptions/s" } },
    assigned(RoleName.Contributor, "Group", { scope: "/subscriptions/s" }),
  ],
  bad: [{ ...assigned(RoleName.Owner, "Group", { scope: "/subscriptions/s" }), at: [ROLE] }],
  empty: "pass",
  unknown: [
    { ...assigned(RoleName.Owner, "Group", { scope: unknown }), at: "scope" },
    { props: { roleDefinitionId: unknown, scope: "/subscriptions/s" }, at: ROLE },
  ],
});

test("every Owner too many is named, and how many may be is configured", async () => {
  const resources = ["a", "b", "c", "d"].map((name) => owner(name, "/subscriptions/s"));
  const outcomes = async (maximumOwners?: number) =>
    (
      await judge(roles.ownersAreFew, {
        resources,
        config: maximumOwners === undefined ? {} : { maximumOwners },
      })
    ).map(({ outcome }) => outcome);
  expect(await outcomes()).toEqual(["fail", "fail", "fail", "fail"]);
  expect(await outcomes(4)).toEqual(["pass", "pass", "pass", "pass"]);
});

test("Owners of scopes that are not known yet count only where they could be too many", async () => {
  const judged = async (unknowns: number) =>
    (
      await judge(roles.ownersAreFew, {
        resources: [
          ...["a", "b"].map((name) => owner(name, "/subscriptions/s")),
          ...Array.from({ length: unknowns }, (_, index) => owner(`u${index}`, unknown)),
        ],
      })
    ).map(({ outcome }) => outcome);
  expect(new Set(await judged(1))).toEqual(new Set(["pass"]));
  expect(new Set(await judged(2))).toEqual(new Set(["undetermined"]));
});

test("a role definition and an assignment as azure-native types them keep every rule but the inventory", async () => {
  const definition: authorization.RoleDefinitionArgs = {
    roleName: "Model Operator",
    scope: GROUP,
    assignableScopes: [GROUP],
    permissions: [{ actions: ["Microsoft.CognitiveServices/accounts/deployments/write"], dataActions: [] }],
  };
  const assignment: authorization.RoleAssignmentArgs = {
    scope: `${GROUP}/providers/Microsoft.CognitiveServices/accounts/claims`,
    principalId: "00000000-0000-0000-0000-000000000000",
    principalType: "ServicePrincipal",
    roleDefinitionId: roleDefinitionId(RoleName.CognitiveServicesOpenAIUser),
  };
  const rules = Object.values(roles);
  const verdicts = await judge(rules, {
    ring: "prod",
    resources: [
      { type: `azure-native:${DEFINITION}`, props: { ...definition } },
      { type: `azure-native:${ASSIGNMENT}`, props: { ...assignment } },
    ],
  });
  const failed = verdicts.filter(({ outcome }) => outcome !== "pass" && outcome !== "not-applicable");
  expect(failed.map(({ rule, outcome, level }) => [rule, outcome, level])).toEqual([
    ["custom-role-inventory", "fail", "advisory"],
  ]);
  expect(new Set(verdicts.map(({ rule }) => rule)).size).toBe(rules.length);
});
