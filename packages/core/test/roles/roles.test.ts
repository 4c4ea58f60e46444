import { RoleName, roleDefinitionId, roleSources, roles } from "@ringfence/core/roles";

const rows = Object.values(roles);

test("every role has a GUID of its own, allows something, and names its page", () => {
  for (const role of rows) {
    expect(role.id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(role.actions.length + role.dataActions.length).toBeGreaterThan(0);
    expect(roleSources[role.source]).toMatch(/built-in-roles\/[a-z-]+\.md$/);
  }
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  expect(Object.values(RoleName).sort()).toEqual(rows.map(({ name }) => name).sort());
});

test("ids are Azure's own, as its documentation prints them", () => {
  expect(roles[RoleName.Reader].id).toBe("acdd72a7-3385-48ef-bd42-f606fba81ae7");
  expect(roles[RoleName.CognitiveServicesOpenAIUser].id).toBe("5e0bd9bd-7b93-4f28-af87-19fc36ad61bd");
  expect(roles[RoleName.KeyVaultSecretsUser].id).toBe("4633458b-17de-408a-b874-0445c86b69e6");
  expect(roles[RoleName.AcrPull].id).toBe("7f951dda-4ed3-4680-a7ca-43fe172d538d");
});

test("a role that calls models touches data and cannot list keys", () => {
  const { actions, dataActions } = roles[RoleName.CognitiveServicesOpenAIUser];
  expect(dataActions).toContain("Microsoft.CognitiveServices/accounts/OpenAI/deployments/chat/completions/action");
  expect(actions.filter((action) => /listkeys/i.test(action))).toEqual([]);
});

test("a role's definition id needs no subscription and takes one", () => {
  const short = "/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7";
  expect(roleDefinitionId(RoleName.Reader)).toBe(short);
  expect(roleDefinitionId(RoleName.Reader, "/subscriptions/s")).toBe(`/subscriptions/s${short}`);
});
