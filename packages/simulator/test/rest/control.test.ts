import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { CognitiveServicesManagementClient } from "@azure/arm-cognitiveservices";
import { send } from "./send";
import { type Simulation, simulation } from "./simulation";

let azure: Simulation;
beforeEach(async () => {
  azure = await simulation({}, { now: new Date("2026-11-21T12:00:00Z") });
  await azure.call("PUT", `${account()}?api-version=2025-06-01`, {
    location: "swedencentral",
    kind: "OpenAI",
    sku: { name: "S0" },
    properties: {},
  });
});
afterEach(() => azure.door.close());

const account = () =>
  `/subscriptions/${azure.subscription}/resourceGroups/rg/providers/Microsoft.CognitiveServices/accounts/ai`;
const client = (maxRetries = 0) =>
  new CognitiveServicesManagementClient(azure.credential(), azure.subscription, {
    ...azure.arm,
    retryOptions: { maxRetries, retryDelayInMs: 1, maxRetryDelayInMs: 5 },
  }).accounts;
const knock = async (key: string | undefined) =>
  (
    await send(azure.door, "GET", `${azure.door.serviceEndpoint(account())}/openai/models`, undefined, {
      "api-key": key ?? "",
    })
  ).status;

test("a fault befalls the calls that it fits, as often as asked and after those that are to go through", async () => {
  const { faults } = azure.door.control;
  faults.add({ method: "POST", path: "/listKeys$", status: 503, code: "ServerBusy", skip: 1, times: 2 });
  await client().listKeys("rg", "ai");
  for (let time = 0; time < 2; time += 1) {
    await expect(client().listKeys("rg", "ai")).rejects.toMatchObject({ statusCode: 503, code: "ServerBusy" });
  }
  await client().listKeys("rg", "ai");
  expect(faults.list()).toEqual([expect.objectContaining({ id: "1", seen: 4, done: 2 })]);
  expect(azure.door.calls.filter(({ fault }) => fault === true)).toHaveLength(2);
});

test("Azure's client waits as Retry-After says and comes through", async () => {
  azure.door.control.faults.add({ path: "/listKeys$", status: 429, retryAfterSeconds: 1 });
  const begun = Date.now();
  expect((await client(2).listKeys("rg", "ai")).key1).toBeDefined();
  expect(Date.now() - begun).toBeGreaterThanOrEqual(1000);
});

test.each([
  ["an error", { status: 500 }],
  ["a reset connection", { reset: true }],
])("a call whose answer is lost by %s has had its effect", async (_, how) => {
  const before = await client().listKeys("rg", "ai");
  azure.door.control.faults.add({ path: "/regenerateKey$", afterEffect: true, ...how });
  await expect(client().regenerateKey("rg", "ai", "Key1")).rejects.toThrow();
  const after = await client().listKeys("rg", "ai");
  expect([after.key1 === before.key1, after.key2 === before.key2]).toEqual([false, true]);
});

test("without afterEffect a reset call has had none", async () => {
  const before = await client().listKeys("rg", "ai");
  azure.door.control.faults.add({ path: "/regenerateKey$", reset: true });
  await expect(client().regenerateKey("rg", "ai", "Key1")).rejects.toThrow();
  expect(await client().listKeys("rg", "ai")).toEqual(before);
});

test("a delayed call is answered as usual, only later", async () => {
  azure.door.control.faults.add({ path: "/listKeys$", delayMilliseconds: 80 });
  const begun = Date.now();
  expect((await client().listKeys("rg", "ai")).key1).toBeDefined();
  expect(Date.now() - begun).toBeGreaterThanOrEqual(79);
});

test("a fault that makes no sense is refused with every mistake", () => {
  expect(() => azure.door.control.faults.add({ path: "(", times: -1 })).toThrow(
    "the fault is refused: path is no regular expression; times is not a number from 0; " +
      "one of status, reset and delayMilliseconds must say what goes wrong",
  );
});

test("a regenerated key is refused until the front ends have learned of it", async () => {
  const { keys, clock } = azure.door.control;
  const before = await client().listKeys("rg", "ai");
  keys.propagate({ milliseconds: 5000 });
  const after = await client().regenerateKey("rg", "ai", "Key1");
  expect([await knock(after.key1), await knock(before.key1), await knock(after.key2)]).toEqual([401, 200, 200]);
  await clock.advance(5000);
  expect([await knock(after.key1), await knock(before.key1)]).toEqual([200, 401]);
});

test("with several front ends the answer alternates until then", async () => {
  azure.door.control.keys.propagate({ milliseconds: 5000, frontEnds: 2 });
  const after = await client().regenerateKey("rg", "ai", "Key1");
  const answers = [];
  for (let time = 0; time < 4; time += 1) answers.push(await knock(after.key1));
  expect(answers.sort()).toEqual([200, 200, 401, 401]);
});

test("another process does all of it over HTTP", async () => {
  const folder = mkdtempSync(join(tmpdir(), "door-"));
  const certificate = join(folder, "door.pem");
  writeFileSync(certificate, azure.door.certificate);
  const program = `
    const control = (method, argument) => fetch("${azure.door.resourceManager}/_control/" + method, {
      method: "POST", body: argument === undefined ? undefined : JSON.stringify(argument),
    }).then(async (answer) => ({ status: answer.status, body: await answer.json().catch(() => undefined) }));
    (async () => {
      console.log(JSON.stringify([
        await control("clock/advance", 60000),
        await control("faults/add", { path: "/listKeys$", status: 503 }),
        await control("faults/add", {}),
        await control("faults/explode"),
      ]));
    })();`;
  const { stdout } = await promisify(execFile)(process.execPath, ["-e", program], {
    env: { ...process.env, NODE_EXTRA_CA_CERTS: certificate },
  });
  rmSync(folder, { recursive: true });
  expect(JSON.parse(stdout)).toEqual([
    { status: 200, body: "2026-11-21T12:01:00.000Z" },
    { status: 200, body: { path: "/listKeys$", status: 503, id: "1", seen: 0, done: 0 } },
    { status: 400, body: { error: { code: "BadRequest", message: expect.stringContaining("one of status, reset") } } },
    { status: 404, body: { error: { code: "NotFound", message: expect.stringContaining("faults/add") } } },
  ]);
  await expect(client().listKeys("rg", "ai")).rejects.toMatchObject({ statusCode: 503 });
  expect(azure.world.clock.iso()).toBe("2026-11-21T12:01:00.000Z");
});
