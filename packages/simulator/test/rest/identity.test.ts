import { generateKeyPairSync } from "node:crypto";
import { ClientSecretCredential, DefaultAzureCredential, ManagedIdentityCredential } from "@azure/identity";
import { generate } from "selfsigned";
import { send } from "./send";
import { type Simulation, simulation } from "./simulation";

const LOCATION = "swedencentral";

let azure: Simulation;
const before = { ...process.env };
beforeAll(async () => {
  azure = await simulation();
  process.env.IDENTITY_ENDPOINT = azure.door.identityEndpoint;
  process.env.IDENTITY_HEADER = azure.door.identityHeader;
});
afterAll(async () => {
  process.env = before;
  await azure.door.close();
});

const claimsOf = (token: string) => JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8"));
const idOf = (rest: string) => `/subscriptions/${azure.subscription}/resourceGroups/rg/providers/${rest}`;

async function userAssigned(name: string): Promise<{ id: string; clientId: string; principalId: string }> {
  const id = idOf(`Microsoft.ManagedIdentity/userAssignedIdentities/${name}`);
  const { body } = await azure.call("PUT", `${id}?api-version=2023-01-31`, { location: LOCATION });
  return { id, clientId: body.properties.clientId, principalId: body.properties.principalId };
}

test("DefaultAzureCredential gets a token of the signed-in principal from the identity endpoint", async () => {
  const { token, expiresOnTimestamp } = await new DefaultAzureCredential().getToken("https://vault.azure.net/.default");
  expect(claimsOf(token)).toMatchObject({
    aud: "https://vault.azure.net",
    oid: azure.world.identity.objectId,
    tid: azure.world.identity.tenantId,
  });
  expect(expiresOnTimestamp - Date.now()).toBeGreaterThan(23 * 3_600_000);
});

test("a user-assigned identity is asked for by client id or resource id, and one that is not there is refused", async () => {
  const { id, clientId, principalId } = await userAssigned("job");
  const byClient = await new ManagedIdentityCredential({ clientId }).getToken("https://management.azure.com/.default");
  expect(claimsOf(byClient.token)).toMatchObject({ oid: principalId, appid: clientId, xms_mirid: id });
  const byResource = await new ManagedIdentityCredential({ resourceId: id }).getToken(
    "https://vault.azure.net/.default",
  );
  expect(claimsOf(byResource.token).oid).toBe(principalId);
  const nobody = new ManagedIdentityCredential({ clientId: "11111111-1111-4111-8111-111111111111" });
  await expect(nobody.getToken("https://vault.azure.net/.default")).rejects.toThrow(/No User Assigned or Delegated/);
});

test("code in a resource gets the identities of that resource and no others", async () => {
  const [own, other] = [await userAssigned("own"), await userAssigned("other")];
  const app = idOf("Microsoft.App/jobs/sweep");
  const made = await azure.call("PUT", `${app}?api-version=2025-01-01`, {
    location: LOCATION,
    identity: { type: "SystemAssigned,UserAssigned", userAssignedIdentities: { [own.id]: {} } },
    properties: { environmentId: "", configuration: {}, template: {} },
  });
  expect(made.status).toBe(200);
  const ask = (query: string) =>
    fetch(`${azure.door.identityEndpoint}?api-version=2019-08-01&resource=https://vault.azure.net${query}`, {
      headers: { "x-identity-header": azure.door.identityHeaderOf(app) },
    });
  const system = (await (await ask("")).json()) as { access_token: string };
  expect(claimsOf(system.access_token).oid).toBe(made.body.identity.principalId);
  expect((await ask(`&client_id=${own.clientId}`)).status).toBe(200);
  expect((await ask(`&client_id=${other.clientId}`)).status).toBe(400);
  const stranger = await fetch(`${azure.door.identityEndpoint}?api-version=2019-08-01&resource=x`, {
    headers: { "x-identity-header": "guessed" },
  });
  expect(stranger.status).toBe(401);
});

test("an application signs in with its living passwords only, and its service principal is who calls", async () => {
  const { tenantId } = azure.world.identity;
  const graph = (method: string, path: string, body?: object) =>
    send(azure.door, method, `${azure.door.graph}/v1.0/applications${path}`, body, {
      authorization: `Bearer ${azure.door.token("https://graph.microsoft.com")}`,
    });
  const { body: app } = await graph("POST", "", { displayName: "consumer" });
  const { body: first } = await graph("POST", `/${app.id}/addPassword`, { passwordCredential: { displayName: "1" } });
  const { body: second } = await graph("POST", `/${app.id}/addPassword`, { passwordCredential: { displayName: "2" } });
  expect(first.secretText).not.toBe(second.secretText);
  const { body: shown } = await graph("GET", `/${app.id}`);
  expect(shown.passwordCredentials.map((each: Record<string, string>) => [each.displayName, each.secretText])).toEqual([
    ["1", null],
    ["2", null],
  ]);
  const signIn = (secret: string) =>
    new ClientSecretCredential(tenantId, app.appId, secret, {
      authorityHost: azure.door.resourceManager,
      disableInstanceDiscovery: true,
      tlsOptions: azure.arm.tlsOptions,
    }).getToken("https://management.azure.com/.default");
  expect(claimsOf((await signIn(first.secretText)).token).appid).toBe(app.appId);
  expect((await graph("POST", `/${app.id}/removePassword`, { keyId: first.keyId })).status).toBe(204);
  await expect(signIn(first.secretText)).rejects.toThrow(/AADSTS7000215/);
  expect(claimsOf((await signIn(second.secretText)).token).appid).toBe(app.appId);
});

test("a certificate is known by its thumbprint, and an assertion signed with another key is refused", async () => {
  const graph = (method: string, path: string, body?: object) =>
    send(azure.door, method, `${azure.door.graph}/v1.0/applications${path}`, body, {
      authorization: `Bearer ${azure.door.token("https://graph.microsoft.com")}`,
    });
  const { body: app } = await graph("POST", "", { displayName: "certified" });
  const {
    cert,
    private: key,
    fingerprint,
  } = await generate([{ name: "commonName", value: "certified" }], { keySize: 2048 });
  const der = cert.replace(/-----[^-]+-----|\s/g, "");
  const credential = { type: "AsymmetricX509Cert", usage: "Verify", displayName: "1", key: der };
  expect((await graph("PATCH", `/${app.id}`, { keyCredentials: [credential] })).status).toBe(204);
  const { body: shown } = await graph("GET", `/${app.id}`);
  const identifier = Buffer.from(fingerprint.replaceAll(":", ""), "hex").toString("base64");
  expect(shown.keyCredentials).toEqual([
    expect.objectContaining({ displayName: "1", customKeyIdentifier: identifier, key: null }),
  ]);
  const address = `${azure.door.resourceManager}/${azure.world.identity.tenantId}/oauth2/v2.0/token`;
  const signIn = async (pem: string) => {
    const { createSign } = await import("node:crypto");
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const claims = { aud: address, iss: app.appId, sub: app.appId, exp: Math.floor(Date.now() / 1000) + 60 };
    const text = `${part({ alg: "RS256" })}.${part(claims)}`;
    const form = new URLSearchParams({
      grant_type: "client_credentials",
      client_id: app.appId,
      scope: "https://management.azure.com/.default",
      client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
      client_assertion: `${text}.${createSign("sha256").update(text).sign(pem).toString("base64url")}`,
    });
    return send(azure.door, "POST", address, form.toString(), { "content-type": "application/x-www-form-urlencoded" });
  };
  expect((await signIn(key)).status).toBe(200);
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const refused = await signIn(privateKey.export({ type: "pkcs8", format: "pem" }).toString());
  expect([refused.status, refused.body.error]).toEqual([401, "invalid_client"]);
});

test.each([
  ["no token", () => ({}), "AuthenticationFailed"],
  ["another issuer's token", () => ({ authorization: "Bearer a.b.c" }), "InvalidAuthenticationToken"],
  ["an expired token", () => bearer("https://management.azure.com", -1), "ExpiredAuthenticationToken"],
  ["a vault's token", () => bearer("https://vault.azure.net"), "InvalidAuthenticationTokenAudience"],
])("Azure Resource Manager answers %s with 401", async (_, headers, code) => {
  const answer = await send(
    azure.door,
    "GET",
    `${azure.door.resourceManager}/subscriptions?api-version=2022-12-01`,
    undefined,
    headers(),
  );
  expect([answer.status, answer.body.error.code]).toEqual([401, code]);
});

const bearer = (audience: string, lifetimeSeconds = 60) => ({
  authorization: `Bearer ${azure.door.token(audience, { lifetimeSeconds })}`,
});

test("the metadata document names this door for everything that a client asks for", async () => {
  const url = `${azure.door.resourceManager}/metadata/endpoints`;
  const { body: list } = await send(azure.door, "GET", `${url}?api-version=2022-09-01`);
  const { resourceManager } = azure.door;
  expect(list).toEqual([
    expect.objectContaining({
      resourceManager: `${resourceManager}/`,
      authentication: expect.objectContaining({
        loginEndpoint: `${resourceManager}/`,
        tenant: azure.world.identity.tenantId,
      }),
      suffixes: expect.objectContaining({ keyVaultDns: "vault.azure.net" }),
    }),
  ]);
  const { body: one } = await send(azure.door, "GET", `${url}?api-version=2015-01-01`);
  expect(one.resourceManager).toBe(`${resourceManager}/`);
});
