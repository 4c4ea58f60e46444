import { type GrantPurpose, JobCommand, jobs } from "@ringfence/core/jobs";
import { connectVault } from "../../src/azure/vault";
import { CALLS_PER_SECOND, pacedPolicy } from "../../src/azure/vault/pace";
import { Secret, type SecretStore, type VaultItem } from "../../src/ports";
import { fakeClock } from "../../src/testing";
import { type SimulatedVault, simulatedVault } from "./simulated-vault";

const onVault: readonly GrantPurpose[] = ["writes-secrets", "reads-expiries"];
const soon = { expiresOn: new Date("2027-01-01T00:00:00Z"), contentType: "text/plain", tags: { owner: "search" } };

let vault: SimulatedVault;
let store: SecretStore;
beforeAll(async () => {
  expect(jobs[JobCommand.Rotate].grants).toEqual(expect.arrayContaining([...onVault]));
  vault = await simulatedVault(onVault);
  store = connectVault(vault.uri, vault.credential, fakeClock(undefined, { skipsSleep: true }), vault);
}, 30_000);
afterAll(() => vault.door.close());

async function all(items: AsyncIterable<VaultItem>): Promise<VaultItem[]> {
  const found: VaultItem[] = [];
  for await (const item of items) found.push(item);
  return found;
}

test("with the roles of the rotation: publish, read, describe, tag, switch off, list", async () => {
  const first = await store.publish("password", new Secret("one"), soon);
  expect(first).toMatchObject({ kind: "secret", name: "password", enabled: true, managed: false, ...soon });
  const second = await store.publish("password", new Secret("two"), soon);
  expect(await store.newest("password")).toMatchObject({ version: second.version });
  expect((await store.read("password", first.version)).reveal()).toBe("one");
  expect((await all(store.versions("password"))).map(({ version }) => version).sort()).toEqual(
    [first.version, second.version].sort(),
  );
  expect(await store.update("password", first.version, { tags: { retired: "yes" } })).toMatchObject({
    enabled: true,
    tags: { retired: "yes" },
  });
  expect(await store.update("password", first.version, { enabled: false })).toMatchObject({ enabled: false });
  await expect(store.read("password", first.version)).rejects.toMatchObject({ statusCode: 403 });
  expect(await store.newest("nothing")).toBeUndefined();
  const refused = vault.door.calls.filter(({ status, code }) => status === 403 && code !== "Forbidden");
  expect(refused).toEqual([]);
});

test("a disabled secret is described all the same", async () => {
  const only = await store.publish("disabled", new Secret("one"), soon);
  await store.update("disabled", only.version, { enabled: false });
  expect(await store.newest("disabled")).toMatchObject({ version: only.version, enabled: false, tags: soon.tags });
});

test("a list comes page by page, and a page is fetched when the one before is used up", async () => {
  for (let index = 0; index < 60; index += 1)
    await store.publish(`many-${String(index).padStart(2, "0")}`, new Secret("value"), soon);
  const before = vault.door.calls.length;
  const lists = () => vault.door.calls.slice(before).filter(({ path }) => path.endsWith("/secrets")).length;
  const names: string[] = [];
  for await (const { name, version } of store.items()) {
    expect(version).toBe("");
    names.push(name);
    if (names.length === 1) expect(lists()).toBe(1);
  }
  expect(lists()).toBeGreaterThanOrEqual(3);
  expect(names.filter((name) => name.startsWith("many-"))).toHaveLength(60);
});

test("without the roles every call is refused, so the roles above are what lets them through", async () => {
  const none = await simulatedVault([]);
  const refused = connectVault(none.uri, none.credential, fakeClock(undefined, { skipsSleep: true }), none);
  try {
    await expect(refused.publish("password", new Secret("one"), soon)).rejects.toMatchObject({ statusCode: 403 });
    await expect(refused.newest("password")).rejects.toMatchObject({ statusCode: 403 });
    await expect(all(refused.items())).rejects.toMatchObject({ statusCode: 403 });
  } finally {
    await none.door.close();
  }
});

test("calls go out evenly, below a tenth of what the vault takes, whoever asks and however often it is repeated", async () => {
  const clock = fakeClock(undefined, { skipsSleep: true });
  const times: number[] = [];
  const policy = pacedPolicy(clock);
  const send = () =>
    policy.sendRequest({} as never, async () => {
      times.push(clock.now().getTime());
      return {} as never;
    });
  for (let call = 0; call < 200; call += 1) await send();
  for (let start = 0; start + CALLS_PER_SECOND < times.length; start += 1)
    expect((times[start + CALLS_PER_SECOND] ?? 0) - (times[start] ?? 0)).toBeGreaterThanOrEqual(1000);
  expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBe((199 * 1000) / CALLS_PER_SECOND);
  expect(CALLS_PER_SECOND * 10).toBeLessThanOrEqual(4_000 / 10);
});

test("a clock that is set back does not stop the calls", async () => {
  const clock = fakeClock(undefined, { skipsSleep: true });
  const policy = pacedPolicy(clock);
  const send = () => policy.sendRequest({} as never, async () => ({}) as never);
  await send();
  clock.step(new Date("2025-12-01T00:00:00Z"));
  const stepped = clock.now().getTime();
  await send();
  expect(clock.now().getTime() - stepped).toBeLessThan(1000);
});
