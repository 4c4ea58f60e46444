import { randomUUID } from "node:crypto";
import { createServer, request, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { jobGrants } from "@ringfence/core/jobs";
import { type RoleName, roleDefinitionId } from "@ringfence/core/roles";
import { type RestDoor, serveRest } from "@ringfence/simulator/rest";
import { createWorld } from "@ringfence/simulator/world";
import { type FakeClock, fakeClock } from "../../src/testing";
import { containerOn, tableOn } from "../azure/clients";
import { type Azurite, loopbackCertificate, loopbackIdentity, startAzurite } from "../azurite";
import { command, environmentOn } from "./on-azurite";

/** The router's command with everything real but Azure itself: its own clients, the emulator, the simulated Azure. */

const JOB = "22222222-2222-2222-2222-222222222222";
const PLANTED = "planted-address-key";

let azurite: Azurite;
let door: RestDoor;
let makers: RestDoor;
let hook: Server;
let hooked: unknown[];
let ca: string[];
let group: string;
let account: string;
let clock: FakeClock;

beforeAll(async () => {
  const world = createWorld({ operationMilliseconds: 1 });
  [azurite, makers, door] = await Promise.all([
    startAzurite(),
    serveRest(world),
    serveRest(world, { authorize: true }),
  ]);
  await tableOn(azurite, "journal");
  await containerOn(azurite, "audit");
  const { subscriptionId, tenantId } = world.identity;
  group = `/subscriptions/${subscriptionId}/resourceGroups/rg-claims`;
  account = `${group}/providers/Microsoft.CognitiveServices/accounts/ais-claims`;
  const vault = `${group}/providers/Microsoft.KeyVault/vaults/kv-claims`;
  await put(group, "2021-04-01", { location: "swedencentral" });
  const properties = { tenantId, sku: { family: "A", name: "standard" }, enableRbacAuthorization: true };
  await put(vault, "2024-11-01", { location: "swedencentral", properties });
  const { certificate, key } = await loopbackCertificate("hook");
  hooked = [];
  hook = createServer({ cert: certificate, key }, (incoming, response) => {
    let text = "";
    incoming.on("data", (chunk: Buffer) => {
      text += chunk.toString();
    });
    incoming.on("end", () => {
      hooked.push({ path: incoming.url, body: JSON.parse(text) });
      response.writeHead(202).end();
    });
  });
  await new Promise<void>((resolve) => hook.listen(0, "127.0.0.1", resolve));
  const address = `https://127.0.0.1:${(hook.address() as AddressInfo).port}/${PLANTED}`;
  await put(`${vault}/secrets/channel`, "2024-11-01", { properties: { value: address } });
  await grant(vault, jobGrants["reads-addresses"].role);
  await grant(group, jobGrants["reads-alerts"].role);
  ca = [azurite.tlsOptions.ca, door.certificate, certificate].flat().map(String);
  clock = fakeClock(new Date(makers.control.clock.now()), { skipsSleep: true });
}, 60_000);

afterAll(async () => {
  hook.closeAllConnections();
  hook.close();
  await Promise.all([azurite.close(), door.close(), makers.close()]);
});

function put(path: string, version: string, body: object): Promise<void> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      `${makers.resourceManager}${path}?api-version=${version}`,
      {
        method: "PUT",
        ca: makers.certificate,
        headers: {
          authorization: `Bearer ${makers.token("https://management.azure.com")}`,
          "content-type": "application/json",
        },
      },
      (response) => {
        response.resume();
        response.on("end", () =>
          (response.statusCode ?? 500) < 300 ? resolve() : reject(new Error(`${path}: ${response.statusCode}`)),
        );
      },
    );
    outgoing.on("error", reject);
    outgoing.end(JSON.stringify(body));
  });
}

function grant(scope: string, role: RoleName): Promise<void> {
  return put(`${scope}/providers/Microsoft.Authorization/roleAssignments/${randomUUID()}`, "2022-04-01", {
    properties: { roleDefinitionId: roleDefinitionId(role), principalId: JOB, principalType: "ServicePrincipal" },
  });
}

const settings = () => ({
  routes: [{ name: "channel", kind: "teams", secret: "channel", severities: ["Sev1"] }],
  rotations: [],
  escalations: {},
  maintenance: [],
  reviews: { held: [], calendar: { timeZone: "UTC" } },
  scope: group,
  runbooksUrl: "https://github.com/contoso/claims/blob/main/runbooks",
  service: "claims-assistant",
});

async function run(words: string[], incidents: object = settings()) {
  const emulator = loopbackIdentity({ oid: JOB, idtyp: "app" });
  const credential: typeof emulator = {
    getToken: async (scopes, options) =>
      String(scopes).includes("storage")
        ? emulator.getToken(scopes, options)
        : {
            token: door.token(
              String(scopes).includes("vault") ? "https://vault.azure.net" : "https://management.azure.com",
              {
                objectId: JOB,
              },
            ),
            expiresOnTimestamp: Date.now() + 3_600_000,
          },
  };
  const environment = {
    ...environmentOn(azurite),
    RINGFENCE_KEY_VAULT_URI: door.vaultUri("kv-claims"),
    RINGFENCE_RESOURCE_MANAGER: door.resourceManager,
    RINGFENCE_INCIDENTS: JSON.stringify(incidents),
  };
  return command(words, { environment, credential, clock, ca });
}

const pass = async (minutes: number) => {
  await makers.control.clock.advance(minutes * 60_000);
  await clock.advance(minutes * 60_000);
};

test("an alert of Azure's is told, taken and over; nothing that is printed says the address", async () => {
  makers.control.alerts.raise({
    alertRule: `${group}/providers/microsoft.insights/metricAlerts/ma-claims-chat`,
    targetResource: account,
    severity: "Sev1",
    description: "Runbook: https://github.com/contoso/claims/blob/main/runbooks/quota-exhaustion.md",
  });
  const first = await run(["route-incidents", "--json"]);
  expect([first.code, first.err.includes("failed")]).toEqual([0, false]);
  const { opened } = JSON.parse(first.out) as { opened: string[] };
  expect(opened).toHaveLength(1);
  expect(hooked).toEqual([]);

  await pass(1);
  const second = await run(["route-incidents"]);
  expect(second).toMatchObject({ code: 0, out: "1 open, 0 opened, 0 resolved, 2 tasks\n" });
  expect(hooked).toMatchObject([{ path: `/${PLANTED}`, body: { type: "message" } }]);
  expect(JSON.stringify(hooked[0])).toContain("[Sev1] ma-claims-chat on ais-claims");

  const marked = await run(["route-incidents", "--incident", opened[0] ?? "", "--mark", "mitigated", "--as", "ada"]);
  expect(marked.out).toContain(`${opened[0]} is marked as mitigated`);
  await pass(20);
  expect((await run(["route-incidents"])).out).toBe("1 open, 0 opened, 0 resolved, 0 tasks\n");

  makers.control.alerts.raise({
    alertRule: `${group}/providers/microsoft.insights/metricAlerts/ma-claims-chat`,
    targetResource: account,
    monitorCondition: "Resolved",
  });
  await pass(1);
  const last = await run(["route-incidents"]);
  expect(last.out).toContain("0 open, 0 opened, 1 resolved");
  expect(hooked).toHaveLength(2);
  expect((await run(["audit", "verify"])).out).toContain("the audit is whole");
  for (const { out, err } of [first, second, marked, last]) expect(out + err).not.toContain(PLANTED);
}, 60_000);

test("settings that nobody can carry out are refused, each with its path, and a mark needs its incident", async () => {
  const wrong = { ...settings(), routes: [{ name: "Channel", kind: "fax", secret: "channel" }], service: "" };
  expect(await run(["route-incidents"], wrong)).toMatchObject({
    code: 2,
    out: expect.stringContaining("RINGFENCE_INCIDENTS.service: missing; a text"),
  });
  const routes = { ...wrong, service: "claims" };
  expect((await run(["route-incidents"], routes)).out).toContain(
    'RINGFENCE_INCIDENTS.routes[0].kind: "fax" is not one of',
  );
  expect((await run(["route-incidents", "--mark", "mitigated"])).out).toContain("--incident: missing");
  expect((await run(["route-incidents", "--incident", "none", "--mark", "mitigated"])).code).not.toBe(0);
}, 60_000);
