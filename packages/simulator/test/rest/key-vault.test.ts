import { CertificateClient } from "@azure/keyvault-certificates";
import { KeyClient } from "@azure/keyvault-keys";
import { SecretClient } from "@azure/keyvault-secrets";
import { setSecret } from "../../src/rest/key-vault/secrets";
import { send } from "./send";
import { type Simulation, simulation } from "./simulation";

const location = "swedencentral";

let azure: Simulation;
afterEach(() => azure.door.close());

async function vault(more: object = {}, options: Parameters<typeof simulation>[0] = {}): Promise<SecretClient> {
  azure = await simulation(options);
  await arm("vaults/safe", {
    properties: { tenantId: azure.world.identity.tenantId, sku: { family: "A", name: "standard" }, ...more },
  });
  return new SecretClient(azure.door.vaultUri("safe"), azure.credential(), azure.vault);
}

async function arm(rest: string, body: object): Promise<void> {
  const path = `/subscriptions/${azure.subscription}/resourceGroups/rg/providers/Microsoft.KeyVault/${rest}`;
  const { status } = await azure.call("PUT", `${path}?api-version=2024-11-01`, { location, ...body });
  expect(status).toBe(201);
}

test("setting a secret makes a new version even for the same value; each keeps its own attributes", async () => {
  const client = await vault();
  const [first, second] = [await client.setSecret("key", "same"), await client.setSecret("key", "same")];
  expect(first.properties.version).not.toBe(second.properties.version);
  const expiresOn = new Date("2027-02-01T00:00:00Z");
  await client.updateSecretProperties("key", first.properties.version ?? "", {
    expiresOn,
    tags: { slot: "1" },
    contentType: "text",
  });
  expect((await client.getSecret("key", { version: first.properties.version })).properties).toMatchObject({
    expiresOn,
    tags: { slot: "1" },
    contentType: "text",
  });
  expect((await client.getSecret("key")).properties.expiresOn).toBeUndefined();
  expect(first.properties).toMatchObject({
    name: "key",
    vaultUrl: "https://safe.vault.azure.net",
    recoveryLevel: "Recoverable+Purgeable",
  });
});

test.each([
  ["a disabled version", 403, "Forbidden", (client: SecretClient) => client.getSecret("off")],
  ["a secret that is not there", 404, "SecretNotFound", (client: SecretClient) => client.getSecret("none")],
  [
    "a version that is not there",
    404,
    "SecretNotFound",
    (client: SecretClient) => client.getSecret("off", { version: "0".repeat(32) }),
  ],
  [
    "a name with characters that Key Vault does not take",
    400,
    "BadParameter",
    (client: SecretClient) => client.setSecret("a_b", "x"),
  ],
  ["a value over 25 KB", 400, "BadParameter", (client: SecretClient) => client.setSecret("big", "x".repeat(25_601))],
  ["a deleted secret's name", 409, "Conflict", (client: SecretClient) => client.setSecret("gone", "x")],
])("%s is refused", async (_, statusCode, code, act) => {
  const client = await vault();
  await client.setSecret("off", "x", { enabled: false });
  await client.setSecret("gone", "x");
  await client.beginDeleteSecret("gone");
  await expect(act(client)).rejects.toMatchObject({ statusCode, code });
});

test("why a disabled version is refused stands in the inner error", async () => {
  const client = await vault();
  await client.setSecret("off", "x", { enabled: false });
  const answer = await send(
    azure.door,
    "GET",
    `${azure.door.vaultUri("safe")}/secrets/off?api-version=7.5`,
    undefined,
    {
      authorization: `Bearer ${azure.door.token("https://vault.azure.net")}`,
    },
  );
  expect(answer.body.error).toMatchObject({ code: "Forbidden", innererror: { code: "SecretDisabled" } });
});

test("a deleted secret is recovered with all its versions, or purged for good", async () => {
  const client = await vault();
  await client.setSecret("key", "one");
  await client.setSecret("key", "two");
  const poller = await client.beginDeleteSecret("key", { intervalInMs: 5 });
  const deleted = await poller.pollUntilDone();
  expect(deleted.scheduledPurgeDate?.getTime()).toBeGreaterThan(Date.now() + 89 * 86_400_000);
  const names = [];
  for await (const { name } of client.listDeletedSecrets()) names.push(name);
  expect(names).toEqual(["key"]);
  await (await client.beginRecoverDeletedSecret("key", { intervalInMs: 5 })).pollUntilDone();
  expect((await client.getSecret("key")).value).toBe("two");
  const versions = [];
  for await (const { version } of client.listPropertiesOfSecretVersions("key")) versions.push(version);
  expect(versions).toHaveLength(2);
  await client.beginDeleteSecret("key");
  await client.purgeDeletedSecret("key");
  expect((await client.setSecret("key", "new")).value).toBe("new");
});

test("purge protection forbids to purge", async () => {
  const client = await vault({ enablePurgeProtection: true });
  await client.setSecret("key", "one");
  await client.beginDeleteSecret("key");
  await expect(client.purgeDeletedSecret("key")).rejects.toMatchObject({ statusCode: 403 });
});

test("a call without a token is told where to get one, and a token for another service is no use", async () => {
  await vault();
  const url = `${azure.door.vaultUri("safe")}/secrets?api-version=7.5`;
  const bare = await send(azure.door, "GET", url);
  expect([bare.status, bare.headers["www-authenticate"]]).toEqual([
    401,
    `Bearer authorization="${azure.door.resourceManager}/${azure.world.identity.tenantId}", resource="https://vault.azure.net"`,
  ]);
  const wrong = await send(azure.door, "GET", url, undefined, {
    authorization: `Bearer ${azure.door.token("https://storage.azure.com")}`,
  });
  expect(wrong.status).toBe(401);
});

test("keys and certificates are listed with their days", async () => {
  await vault();
  await arm("vaults/safe/keys/wrapping", { properties: { kty: "RSA", attributes: { exp: 1_800_000_000 } } });
  const keys = [];
  const keyClient = new KeyClient(azure.door.vaultUri("safe"), azure.credential(), azure.vault);
  for await (const { name, expiresOn } of keyClient.listPropertiesOfKeys()) keys.push([name, expiresOn?.getTime()]);
  expect(keys).toEqual([["wrapping", 1_800_000_000_000]]);
  expect(await keyClient.getKey("wrapping")).toMatchObject({ name: "wrapping", keyType: "RSA" });
  const id = `/subscriptions/${azure.subscription}/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/safe/certificates/web`;
  azure.world.keep(
    id,
    "Microsoft.KeyVault/vaults/certificates",
    {},
    { attributes: { enabled: true, exp: 1_800_000_000 } },
    [],
  );
  const certificates = [];
  const certificateClient = new CertificateClient(azure.door.vaultUri("safe"), azure.credential(), azure.vault);
  for await (const { name, expiresOn } of certificateClient.listPropertiesOfCertificates()) {
    certificates.push([name, expiresOn?.getTime()]);
  }
  expect(certificates).toEqual([["web", 1_800_000_000_000]]);
});

test("a vault that is asked more than it takes says how long to wait", async () => {
  const client = await vault({}, { throttling: { keyVault: { size: 2, perSecond: 0.25 } } });
  await client.setSecret("key", "value");
  await client.getSecret("key");
  await expect(client.getSecret("key")).rejects.toMatchObject({ statusCode: 429, code: "Throttled" });
});

/** Writes secrets into the vault past the door, and gives the milliseconds that listing all of them takes at best. */
async function millisecondsToList(client: SecretClient, from: number, to: number): Promise<number> {
  const [safe] = azure.world.resources("Microsoft.KeyVault/vaults");
  if (safe === undefined) throw new Error("the vault was created");
  for (let index = from; index < to; index += 1) await setSecret(azure.world, safe, `key-${index}`, { value: "x" });
  const times = [];
  for (let time = 0; time < 3; time += 1) {
    const begun = performance.now();
    let count = 0;
    for await (const _ of client.listPropertiesOfSecrets()) count += 1;
    expect(count).toBe(to);
    times.push(performance.now() - begun);
  }
  return Math.min(...times);
}

test("listing takes time in proportion to what there is", async () => {
  const client = await vault({}, { throttling: {} });
  await millisecondsToList(client, 0, 100);
  const few = await millisecondsToList(client, 100, 400);
  const many = await millisecondsToList(client, 400, 3200);
  expect(many / few).toBeLessThan(24);
}, 60_000);
