import { randomUUID } from "node:crypto";
import { request } from "node:https";
import { join } from "node:path";
import type { TokenCredential } from "@azure/core-auth";
import { SecretOwnerType } from "@ringfence/core/secret-owners";
import { rehearse } from "@ringfence/rehearsal/engine";
import { type RestDoor, serveRest } from "@ringfence/simulator/rest";
import { createWorld } from "@ringfence/simulator/world";
import { logAnalytics } from "../../packages/operations/src/azure/logs/log-analytics";
import { type Acknowledgement, loggedReads, ringConsumers } from "../../packages/operations/src/consumers";
import type { RotatedSecret } from "../../packages/operations/src/rotation";
import { memoryJournal } from "../../packages/operations/src/testing";

jest.setTimeout(180_000);

const world = createWorld();
const group = `/subscriptions/${world.identity.subscriptionId}/resourceGroups/rg-web`;
const site = `${group}/providers/Microsoft.Web/sites/intake`;
const other = `${group}/providers/Microsoft.Web/sites/other`;
const READER = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";
const VERSION = { version: "5f2c", createdOn: new Date("2026-11-21T08:00:00Z") };
/** The deployment's secret, with the consumers that a test is about. */
function secretOf(...consumers: string[]): RotatedSecret {
  const ownerType = SecretOwnerType.SearchService;
  return { name: "search-admin", owner: "", ownerType, maximumAgeDays: 60, overlapHours: 24, consumers };
}

let door: RestDoor;
let jobs: string;
let workspace: string;

beforeAll(async () => {
  const maker = await serveRest(world);
  await put(maker, `${group}?api-version=2021-04-01`);
  for (const id of [site, other]) await put(maker, `${id}?api-version=2024-04-01`);
  await maker.close();
  const document = await rehearse(
    { directory: join(__dirname, "watched-consumers"), mode: "up", twice: true, policyPacks: [] },
    world,
  );
  const [stack] = document.stacks;
  expect([stack?.programError, stack?.refusals]).toEqual([undefined, []]);
  jobs = String(stack?.outputs.jobsPrincipalId);
  workspace = String(stack?.outputs.logAnalyticsId);
  door = await serveRest(world, { authorize: true });
});
afterAll(() => door?.close());

/** Somebody who is signed in with the roles alone that the deployment gave. */
function signedIn(objectId: string): TokenCredential {
  return {
    getToken: async (scopes) => ({
      token: door.token(String(scopes).replace(/\/\.default$/, ""), { objectId }),
      expiresOnTimestamp: Date.now() + 3_600_000,
    }),
  };
}

function consumersFor(objectId: string) {
  const settings = { tlsOptions: { ca: door.certificate } };
  const credential = signedIn(objectId);
  const logs = logAnalytics(workspace, credential, { ...settings, endpoint: door.resourceManager });
  const reads = loggedReads(logs, () => new Date("2026-11-21T09:00:00Z"));
  const restarting = { credential, resourceManager: door.resourceManager, settings };
  return { reads, consumers: ringConsumers(memoryJournal<Acknowledgement>(), restarting, reads) };
}

test("the jobs' identity restarts the named consumer, and no other app", async () => {
  const { consumers } = consumersFor(jobs);
  await consumers.force(secretOf(READER, site), VERSION.version);
  expect(door.calls.filter(({ path }) => path.endsWith("/restart")).map(({ path, status }) => [path, status])).toEqual([
    [`${site}/restart`, 200],
  ]);
  await expect(consumers.force(secretOf(other), VERSION.version)).rejects.toThrow(
    `not restarted: ${other}: the restart was answered with 403`,
  );
});

test("the jobs' identity sees in the ring's logs who has read a secret, beside the evaluator's reads", async () => {
  const columns = [{ name: "Reader", type: "string" }];
  door.control.queries.set({ matches: "/secrets/search-admin", columns, rows: [[READER]] });
  const { consumers, reads } = consumersFor(jobs);
  expect(await reads("search-admin", VERSION)).toEqual(new Set([READER]));
  expect(await consumers.waiting(secretOf(READER, site), VERSION)).toEqual([site]);
});

test("an identity that was given nothing may do neither", async () => {
  const { consumers, reads } = consumersFor(randomUUID());
  await expect(reads("search-admin", VERSION)).rejects.toThrow();
  await expect(consumers.force(secretOf(site), VERSION.version)).rejects.toThrow("403");
});

function put(maker: RestDoor, path: string): Promise<void> {
  const authorization = `Bearer ${maker.token("https://management.azure.com")}`;
  const headers = { authorization, "content-type": "application/json" };
  return new Promise((resolve, reject) => {
    const sent = request(
      `${maker.resourceManager}${path}`,
      { method: "PUT", ca: maker.certificate, headers },
      (answer) => {
        answer.resume();
        if ((answer.statusCode ?? 500) < 300) answer.on("end", resolve);
        else reject(new Error(`${path}: ${answer.statusCode}`));
      },
    );
    sent.on("error", reject);
    sent.end(JSON.stringify({ location: "swedencentral", properties: {} }));
  });
}
