import { CognitiveServicesManagementClient } from "@azure/arm-cognitiveservices";
import { ClientSecretCredential, ManagedIdentityCredential } from "@azure/identity";
import { SecretClient } from "@azure/keyvault-secrets";
import { type Simulation, simulation } from "./simulation";

let azure: Simulation;
beforeAll(async () => {
  azure = await simulation();
});
afterAll(() => azure.door.close());

test("an account created by Azure's client has keys that regenerating changes one by one", async () => {
  const client = new CognitiveServicesManagementClient(azure.credential(), azure.subscription, azure.arm);
  const account = await client.accounts.beginCreateAndWait("rg", "ai", {
    location: "swedencentral",
    kind: "AIServices",
    sku: { name: "S0" },
    properties: { customSubDomainName: "ai" },
  });
  expect(account).toMatchObject({
    name: "ai",
    location: "swedencentral",
    kind: "AIServices",
    properties: { provisioningState: "Succeeded" },
  });
  const before = await client.accounts.listKeys("rg", "ai");
  const after = await client.accounts.regenerateKey("rg", "ai", "Key1");
  expect(after.key1).not.toBe(before.key1);
  expect(after.key2).toBe(before.key2);
  expect(await client.accounts.listKeys("rg", "ai")).toEqual(after);
});

test("a secret set by Azure's client has versions, and its value comes back", async () => {
  await azure.call(
    "PUT",
    `/subscriptions/${azure.subscription}/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/safe?api-version=2024-11-01`,
    {
      location: "swedencentral",
      properties: { tenantId: azure.world.identity.tenantId, sku: { family: "A", name: "standard" } },
    },
  );
  const client = new SecretClient(azure.door.vaultUri("safe"), azure.credential(), azure.vault);
  const first = await client.setSecret("password", "one", {
    expiresOn: new Date("2027-01-01T00:00:00Z"),
    tags: { owner: "me" },
  });
  await client.setSecret("password", "two");
  expect((await client.getSecret("password")).value).toBe("two");
  expect(await client.getSecret("password", { version: first.properties.version })).toMatchObject({
    value: "one",
    properties: { tags: { owner: "me" }, expiresOn: new Date("2027-01-01T00:00:00Z") },
  });
  const versions = [];
  for await (const each of client.listPropertiesOfSecretVersions("password")) versions.push(each.version);
  expect(versions).toHaveLength(2);
});

test("credentials", async () => {
  process.env.IDENTITY_ENDPOINT = azure.door.identityEndpoint;
  process.env.IDENTITY_HEADER = azure.door.identityHeader;
  const token = await new ManagedIdentityCredential().getToken("https://vault.azure.net/.default");
  expect(token.token).toMatch(/^ey/);
  const { tenantId, clientId } = azure.world.identity;
  const secretToken = await new ClientSecretCredential(tenantId, clientId, "any", {
    authorityHost: azure.door.resourceManager,
    disableInstanceDiscovery: true,
    tlsOptions: { ca: azure.door.certificate },
  } as never).getToken("https://management.azure.com/.default");
  expect(secretToken.token).toMatch(/^ey/);
});
