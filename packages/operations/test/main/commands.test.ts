import { ActionId } from "@ringfence/core/actions";
import { type FakeClock, fakeClock } from "../../src/testing";
import { containerOn, tableOn } from "../azure/clients";
import { type Azurite, loopbackIdentity, startAzurite } from "../azurite";
import { command, environmentOn } from "./on-azurite";

const alice = loopbackIdentity({ oid: "a", upn: "alice@contoso.example" });
const bob = loopbackIdentity({ oid: "b", upn: "bob@contoso.example" });
const job = loopbackIdentity({ oid: "j", idtyp: "app" });

let azurite: Azurite;
let clock: FakeClock;
beforeAll(async () => {
  azurite = await startAzurite();
  await tableOn(azurite, "journal");
  await containerOn(azurite, "audit");
  clock = fakeClock();
}, 60_000);
afterAll(() => azurite.close());

const run = (words: string[], credential = alice, environment = environmentOn(azurite)) =>
  command(words, { environment, credential, clock, ca: azurite.certificate });

test("an audit of which nothing is written is whole", async () => {
  expect(await run(["audit", "verify"])).toMatchObject({
    code: 0,
    out: expect.stringContaining("the audit is whole: 0 records"),
  });
});

test("stopping takes one person, resuming two, and the audit has it all", async () => {
  expect((await run(["resume", "--reason", "w"])).out).toBe("nothing is stopped\n");
  expect((await run(["stop"])).err).toBe(
    "ringfence-operations: required option '--reason <reason>' not specified; see ringfence-operations stop --help\n",
  );
  expect(await run(["stop", "--reason", "w", "--dry-run"])).toMatchObject({ code: 0, out: "would stop everything\n" });
  expect((await run(["resume", "--reason", "w"])).out).toBe("nothing is stopped\n");

  const stop = await run(["stop", "--reason", "it renews everything at once"]);
  expect(stop).toMatchObject({ code: 0, out: expect.stringContaining("stopped at 2026-01-01T00:00:00.000Z") });
  expect((await run(["actions"])).out).toContain(
    "automation is STOPPED since 2026-01-01T00:00:00.000Z, by alice@contoso.example: it renews everything at once",
  );

  const refused = await run(["resume", "--reason", "it was the clock"]);
  expect(refused.code).toBe(4);
  const state = /--state "([^"]+)"/.exec(refused.out)?.[1] ?? "";
  const asks = ["approvals", "request", "resume-automation", "--target", "automation", "--state", state];
  const asked = await run([...asks, "--reason", "it was the clock", "--json"]);
  expect(asked.code).toBe(0);
  const { id } = JSON.parse(asked.out) as { id: string };

  expect((await run(["resume", "--approval", id, "--reason", "w"])).code).toBe(4);
  const own = await run(["approvals", "grant", id, "--reason", "w"]);
  expect(own).toMatchObject({ code: 4, out: expect.stringContaining("somebody else must give it") });
  expect((await run(["approvals", "list"], bob)).out).toContain(`${id} (requested)`);
  expect((await run(["approvals", "grant", id, "--reason", "seen it too"], bob)).code).toBe(0);
  const resumed = await run(["resume", "--approval", id, "--reason", "it was the clock"]);
  expect(resumed).toMatchObject({ code: 0, out: "everything runs again since 2026-01-01T00:00:00.000Z\n" });
  expect((await run(["approvals", "list"])).out).toBe("no approval is open\n");
  expect((await run(["approvals", "list", "--all"])).out).toContain("used at");

  const verified = await run(["audit", "verify", "--json"]);
  expect(verified.code).toBe(0);
  const report = JSON.parse(verified.out) as { records: number; findings: unknown[]; unfinished: unknown[] };
  expect(report).toMatchObject({ findings: [], unfinished: [] });
  expect(report.records).toBe(4 + 4 + 2 + 4 + 4);
});

test("an old approval does not serve for a new stop", async () => {
  await run(["stop", "--reason", "again"]);
  const state = /--state "([^"]+)"/.exec((await run(["resume", "--reason", "w"])).out)?.[1] ?? "";
  const asks = ["approvals", "request", "resume-automation", "--target", "automation", "--state", state];
  const { id } = JSON.parse((await run([...asks, "--reason", "w", "--json"])).out) as { id: string };
  await run(["approvals", "grant", id, "--reason", "w"], bob);
  await clock.advance(1_000);
  await run(["stop", "--reason", "and again"]);
  expect(await run(["resume", "--approval", id, "--reason", "w"])).toMatchObject({
    code: 4,
    out: expect.stringContaining("have changed since, so ask for another one"),
  });
});

test("an application stops everything for a person whom it names, and not for nobody", async () => {
  expect(await run(["stop", "--reason", "w"], job)).toMatchObject({
    code: 4,
    out: expect.stringContaining("needs a person who asks for it, and j is an application; say --as"),
  });
  expect((await run(["stop", "--reason", "w", "--as", "carol@contoso.example"], job)).code).toBe(0);
  expect((await run(["actions"])).out).toContain("by carol@contoso.example: w");
  expect(await run(["stop", "--reason", "w", "--as", "carol@contoso.example"])).toMatchObject({
    code: 2,
    out: expect.stringContaining("signed in as alice@contoso.example; only an application names somebody"),
  });
});

test("a record that somebody changed is found, and so is an end that does not reach what was noted", async () => {
  const { out } = await run(["audit", "verify"]);
  const [, sequence, hash] = /newest is (\d+):([0-9a-f]{64})/.exec(out) ?? [];
  expect((await run(["audit", "verify", "--noted", `${sequence}:${hash}`])).code).toBe(0);
  const later = await run(["audit", "verify", "--noted", `${Number(sequence) + 1}:${hash}`]);
  expect(later).toMatchObject({ code: 1, out: expect.stringContaining("TRUNCATED at chain-000001.jsonl:") });
  const wrong = await run(["audit", "verify", "--noted", `1:${hash}`]);
  expect(wrong).toMatchObject({ code: 1, out: expect.stringContaining("REWRITTEN") });
  expect((await run(["audit", "verify", "--noted", "1"])).code).toBe(2);
});

test("every log line is JSON with the command and one correlation, which the audit has too", async () => {
  const { err } = await run(["stop", "--reason", "w"]);
  const lines = err
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.map(({ message }) => message)).toEqual(["executed stop-automation"]);
  expect(lines[0]).toMatchObject({ level: "info", command: "stop", action: ActionId.StopAutomation });
  expect(lines[0]?.correlation).toMatch(/^[0-9a-f-]{36}$/);
});

test("what is not configured is said before anything is begun", async () => {
  const { RINGFENCE_JOURNAL_TABLE: _left, ...environment } = environmentOn(azurite);
  const outcome = await run(["audit", "verify"], alice, { ...environment, RINGFENCE_RING: "x" });
  expect(outcome).toEqual({
    code: 2,
    out: "",
    err: [
      "ringfence-operations: the configuration is wrong:",
      '  RINGFENCE_RING: "x" is not one of sandbox, dev, test, prod',
      "  RINGFENCE_JOURNAL_TABLE: missing; the journal's table; set the variable, or journalTable in the file of --config",
      "",
    ].join("\n"),
  });
});

test("an unknown command or action is said with what there is", async () => {
  expect(await run(["rotat"])).toMatchObject({ code: 2, err: expect.stringContaining("unknown command 'rotat'") });
  const unknown = await run(["approvals", "request", "revoke-key", "--target", "x", "--reason", "w"]);
  expect(unknown).toMatchObject({ code: 2, err: expect.stringContaining("Allowed choices are resume-automation") });
});
