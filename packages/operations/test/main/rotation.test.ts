import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { QueueServiceClient } from "@azure/storage-queue";
import { storageOptions } from "../../src/azure";
import { DAY, HOUR } from "../../src/rotation";
import { type FakeClock, fakeClock } from "../../src/testing";
import { containerOn, queueOn, tableOn } from "../azure/clients";
import { type Azurite, loopbackIdentity, startAzurite } from "../azurite";
import { type SimulatedAzure, simulatedAzure } from "../owners/simulated-owner";
import { command, environmentOn } from "./on-azurite";

const SECRET = "assistant-key";

let azurite: Azurite;
let azure: SimulatedAzure;
let clock: FakeClock;
let folder: string;
let account: string;
let environment: Record<string, string>;
const said: string[] = [];
/** Every key that has ever been: what must stand nowhere. */
const planted = new Set<string>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "rotation-"));
  [azurite, azure] = await Promise.all([startAzurite({ folder }), simulatedAzure({ authorize: false })]);
  await tableOn(azurite, "journal");
  await containerOn(azurite, "audit");
  await containerOn(azurite, "undelivered-events");
  await queueOn(azurite, "expiry-events");
  await queueOn(azurite, "expiry-events-poison");
  clock = fakeClock(new Date(azure.door.control.clock.now()), { skipsSleep: true });
  account = await azure.create("Microsoft.CognitiveServices/accounts/ai?api-version=2025-06-01", {
    kind: "AIServices",
    sku: { name: "S0" },
    properties: { customSubDomainName: "ai" },
  });
  await azure.create("Microsoft.KeyVault/vaults/safe?api-version=2024-11-01", {
    properties: { tenantId: azure.world.identity.tenantId, sku: { family: "A", name: "standard" } },
  });
  const secret = {
    name: SECRET,
    owner: account,
    ownerType: "Microsoft.CognitiveServices/accounts",
    maximumAgeDays: 60,
    overlapHours: 24,
    endpoint: azure.door.serviceEndpoint(account),
  };
  environment = {
    ...environmentOn(azurite),
    RINGFENCE_KEY_VAULT_URI: azure.door.vaultUri("safe"),
    RINGFENCE_RESOURCE_MANAGER: azure.door.resourceManager,
    RINGFENCE_MAXIMUM_AGE_DAYS: "60",
    RINGFENCE_UNDELIVERED_CONTAINER: "undelivered-events",
    RINGFENCE_SECRETS: JSON.stringify([secret]),
  };
}, 60_000);
afterAll(async () => {
  await Promise.all([azurite.close(), azure.close()]);
  rmSync(folder, { recursive: true });
});

/** Runs a command as the job, or a person, with Azurite for storage and the simulated Azure for everything else. */
async function run(...words: string[]) {
  const storage = loopbackIdentity({ oid: "a", upn: "alice@contoso.example" });
  const outcome = await command(words, {
    environment,
    credential: {
      getToken: (scopes, options) =>
        /storage|management\.core/.test(String(scopes)) || String(scopes).includes("graph")
          ? storage.getToken(scopes, options)
          : azure.credential.getToken(scopes, options),
    },
    clock,
    ca: [azurite.certificate, azure.door.certificate],
  });
  said.push(outcome.out, outcome.err);
  await plant();
  return outcome;
}

async function plant(): Promise<void> {
  const owner = await azure.owner("Microsoft.CognitiveServices/accounts", account);
  for (const key of (await owner.keys()).values()) planted.add(key.reveal());
}

async function later(milliseconds: number): Promise<void> {
  await azure.door.control.clock.advance(milliseconds);
  clock.step(new Date(clock.now().getTime() + milliseconds));
}

test("a key is published, retired, renewed at an event and revoked, by the commands that the jobs run", async () => {
  await plant();
  const rehearsed = await run("sweep-secrets", "--dry-run");
  expect(rehearsed).toMatchObject({
    code: 0,
    out: expect.stringContaining(`${SECRET}: rehearsed, write: the vault has no version yet`),
  });
  const first = await run("sweep-secrets");
  expect(first).toMatchObject({ code: 0, out: expect.stringContaining(`${SECRET}: overlapping`) });
  await later(25 * HOUR);
  expect((await run("sweep-secrets")).out).toContain(
    `${SECRET}: done, the old key is retired: it was never published; not due before `,
  );
  expect((await run("sweep-secrets")).out).toContain(`${SECRET}: not-due`);

  await later(31 * DAY);
  const [listed] = JSON.parse((await run("inventory", "--json")).out) as { version: string; daysLeft: number }[];
  expect(listed).toMatchObject({ name: SECRET, kind: "secret", ageDays: 32, renewedBy: "job" });
  const event = { type: "Microsoft.KeyVault.SecretNearExpiry", data: { ObjectName: SECRET, Version: listed?.version } };
  const client = new QueueServiceClient(azurite.queueEndpoint, azurite.credential, storageOptions(azurite));
  const queue = client.getQueueClient("expiry-events");
  for (const _delivery of ["first", "second"])
    await queue.sendMessage(Buffer.from(JSON.stringify(event)).toString("base64"));
  const answers = await run("rotate", "--json");
  expect(answers.code).toBe(0);
  expect(JSON.parse(answers.out)).toMatchObject([
    { put: "done", outcome: { verdict: "overlapping" } },
    { put: "done", outcome: { verdict: "overlapping" } },
  ]);
  expect((await run("rotate")).out).toBe("no event waits\n");

  const revoked = await run("revoke", "--secret", SECRET, "--reason", "in a log");
  expect(revoked).toMatchObject({
    code: 0,
    out: expect.stringMatching(/done after .* is revoked: the service refuses/),
  });
  const twice = await run("revoke", "--secret", SECRET, "--reason", "in a log");
  expect(twice).toMatchObject({ code: 1, out: expect.stringContaining("give --version") });
  expect(await run("revoke", "--ring", "prod", "--reason", "wrong ring")).toMatchObject({ code: 2 });

  expect(await run("audit", "verify")).toMatchObject({ code: 0, out: expect.stringContaining("the audit is whole") });
}, 60_000);

test("no value stands in what was printed, nor in any file of the journal, the audit and the queues", async () => {
  await azurite.close();
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => readFileSync(join(file.parentPath, file.name)));
  expect(files.length).toBeGreaterThan(3);
  expect(planted.size).toBeGreaterThan(5);
  for (const written of [SECRET, "regenerate-key", "revoke-key"])
    expect(files.some((file) => file.includes(written))).toBe(true);
  for (const value of planted) {
    const forms = [value, encodeURIComponent(value), Buffer.from(value).toString("base64")];
    for (const form of forms) {
      expect(files.some((file) => file.includes(form))).toBe(false);
      expect(said.some((text) => text.includes(form))).toBe(false);
    }
  }
});
