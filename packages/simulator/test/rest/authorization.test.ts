import { CognitiveServicesManagementClient } from "@azure/arm-cognitiveservices";
import { SecretClient } from "@azure/keyvault-secrets";
import { type Simulation, simulation } from "./simulation";

const JOB = "11111111-1111-4111-8111-111111111111";
const COGNITIVE_CONTRIBUTOR = "Cognitive Services Contributor";
const SECRETS_OFFICER = "Key Vault Secrets Officer";
const OWNER = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";
const location = "swedencentral";

let azure: Simulation;
beforeEach(async () => {
  azure = await simulation();
  await azure.call("PUT", `${group()}/providers/Microsoft.CognitiveServices/accounts/ai?api-version=2025-06-01`, {
    location,
    kind: "OpenAI",
    sku: { name: "S0" },
    properties: {},
  });
  await vault("safe", { enableRbacAuthorization: true });
  const { door } = azure;
  await new SecretClient(door.vaultUri("safe"), azure.credential(), azure.vault).setSecret("mine", "old");
  // From here on roles decide; the world stays.
  const strict = await simulation({ authorize: true, world: azure.world });
  await door.close();
  azure = strict;
});
afterEach(() => azure.door.close());

const group = () => `/subscriptions/${azure.subscription}/resourceGroups/rg`;

async function vault(name: string, settings: object): Promise<void> {
  await azure.call("PUT", `${group()}/providers/Microsoft.KeyVault/vaults/${name}?api-version=2024-11-01`, {
    location,
    properties: { tenantId: azure.world.identity.tenantId, sku: { family: "A", name: "standard" }, ...settings },
  });
}

/** Assigns a role to the job's principal. */
async function assign(scope: string, role: string): Promise<void> {
  await azure.door.control.roles.assign({ scope, role, principalId: JOB });
}

const accounts = () =>
  new CognitiveServicesManagementClient(azure.credential(JOB), azure.subscription, azure.arm).accounts;
const secrets = (name = "safe") => new SecretClient(azure.door.vaultUri(name), azure.credential(JOB), azure.vault);

test("a principal without a role is refused in Azure's words, which name the action and the scope", async () => {
  await expect(accounts().regenerateKey("rg", "ai", "Key1")).rejects.toMatchObject({
    statusCode: 403,
    code: "AuthorizationFailed",
    message: expect.stringContaining(
      `with object id '${JOB}' does not have authorization to perform action ` +
        `'Microsoft.CognitiveServices/accounts/regenerateKey/action' over scope '${group()}/providers/Microsoft.CognitiveServices/accounts/ai'`,
    ),
  });
});

test.each([
  ["the resource", () => `${group()}/providers/Microsoft.CognitiveServices/accounts/ai`],
  ["its group", group],
  ["its subscription", () => `/subscriptions/${azure.subscription}`],
])("a role on %s counts", async (_, scope) => {
  await assign(scope(), COGNITIVE_CONTRIBUTOR);
  expect((await accounts().listKeys("rg", "ai")).key1).toBeDefined();
});

test("a role on a group whose name is the beginning of this one's does not count", async () => {
  const shorter = group().slice(0, -1);
  azure.world.keep(shorter, "Microsoft.Resources/resourceGroups", {}, { location }, []);
  await assign(shorter, OWNER);
  await expect(accounts().listKeys("rg", "ai")).rejects.toMatchObject({ statusCode: 403 });
});

test("a custom role allows what it names, less what it takes away again", async () => {
  const id = `${group()}/providers/Microsoft.Authorization/roleDefinitions/22222222-2222-4222-8222-222222222222`;
  const permissions = [
    {
      actions: ["Microsoft.CognitiveServices/*/action"],
      notActions: ["Microsoft.CognitiveServices/accounts/regeneratekey/action"],
      dataActions: [],
      notDataActions: [],
    },
  ];
  azure.world.keep(id, "Microsoft.Authorization/roleDefinitions", {}, { roleName: "key reader", permissions }, []);
  await assign(group(), id);
  expect((await accounts().listKeys("rg", "ai")).key1).toBeDefined();
  await expect(accounts().regenerateKey("rg", "ai", "Key1")).rejects.toMatchObject({ statusCode: 403 });
  await expect(accounts().get("rg", "ai")).rejects.toMatchObject({ statusCode: 403 });
});

test("an owner may do everything to a vault and nothing with its secrets", async () => {
  await assign(group(), OWNER);
  await expect(secrets().setSecret("key", "value")).rejects.toMatchObject({
    statusCode: 403,
    code: "Forbidden",
    message: expect.stringContaining("Action: 'Microsoft.KeyVault/vaults/secrets/setSecret/action'"),
  });
  await assign(`${group()}/providers/Microsoft.KeyVault/vaults/safe`, SECRETS_OFFICER);
  expect((await secrets().setSecret("key", "value")).value).toBe("value");
});

test("a role on one secret opens that secret alone", async () => {
  await assign(`${group()}/providers/Microsoft.KeyVault/vaults/safe/secrets/mine`, SECRETS_OFFICER);
  expect((await secrets().setSecret("mine", "value")).name).toBe("mine");
  await expect(secrets().setSecret("other", "value")).rejects.toMatchObject({ statusCode: 403 });
});

test("a vault with access policies asks them, not the roles", async () => {
  const settings = {
    vaultUri: "",
    enableRbacAuthorization: false,
    accessPolicies: [{ objectId: JOB, tenantId: "", permissions: { secrets: ["set"] } }],
  };
  const id = `${group()}/providers/Microsoft.KeyVault/vaults/policied`;
  azure.world.keep(id, "Microsoft.KeyVault/vaults", {}, { location, properties: settings }, []);
  await assign(id, SECRETS_OFFICER);
  expect((await secrets("policied").setSecret("key", "value")).value).toBe("value");
  await expect(secrets("policied").getSecret("key")).rejects.toMatchObject({
    statusCode: 403,
    message: expect.stringContaining("does not have secrets get permission"),
  });
});

test("what each call needed is in the log, also where nothing is refused", async () => {
  await assign(group(), COGNITIVE_CONTRIBUTOR);
  await accounts().listKeys("rg", "ai");
  await secrets()
    .getSecret("key")
    .catch(() => undefined);
  expect(azure.door.calls.filter(({ scope }) => scope !== undefined).slice(-2)).toEqual([
    expect.objectContaining({
      principal: JOB,
      action: "Microsoft.CognitiveServices/accounts/listKeys/action",
      scope: `${group()}/providers/Microsoft.CognitiveServices/accounts/ai`,
      status: 200,
    }),
    expect.objectContaining({
      principal: JOB,
      dataAction: "Microsoft.KeyVault/vaults/secrets/getSecret/action",
      scope: `${group()}/providers/Microsoft.KeyVault/vaults/safe/secrets/key`,
      status: 403,
      code: "Forbidden",
    }),
  ]);
});

test("a role that there is not is refused by name", async () => {
  await expect(assign(group(), "Key Vault Emperor")).rejects.toThrow(
    "there is no role 'Key Vault Emperor': give a built-in role's name",
  );
});
