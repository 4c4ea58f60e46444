import { ActionId } from "@ringfence/core/actions";
import { JobCommand } from "@ringfence/core/jobs";
import { actionGate, POLL_MILLISECONDS, STALENESS_BOUND_MILLISECONDS } from "../../src/actions";
import { Secret } from "../../src/ports";
import { fakeClock } from "../../src/testing";
import { alice, bob, gateOf, job, regenerate, resume, rotate } from "./gate-parts";

const moments = (gate: ReturnType<typeof gateOf>) => gate.audit.records.map(({ moment }) => moment);

test("a low-risk action of a job runs, with a record before and after each step", async () => {
  const all = gateOf(rotate, job);
  let seen: string[] = [];
  const result = await all.gate.perform(regenerate, async () => {
    seen = moments(all);
    return 7;
  });
  expect(result).toBe(7);
  expect(seen).toEqual(["requested", "decided", "executing"]);
  expect(moments(all)).toEqual(["requested", "decided", "executing", "succeeded"]);
  expect(all.audit.records[1]).toEqual({
    at: "2026-01-01T00:00:00.000Z",
    moment: "decided",
    action: "regenerate-key",
    run: "run-1",
    correlation: "c",
    who: "job id-claims-prod-jobs (j)",
    why: "too old",
    target: "/subscriptions/1/x",
    parameters: { slot: "key1" },
    outcome: "allowed",
  });
  expect((await all.audit.verify()).findings).toEqual([]);
});

test("an effect that fails is recorded as failed, without the value of a secret in its message", async () => {
  const all = gateOf(rotate, job);
  const value = new Secret("planted/value+of=a-key");
  const fails = all.gate.perform({ ...regenerate, why: `because ${value.reveal()}` }, async () => {
    throw new TypeError(`refused ?key=${encodeURIComponent(value.reveal())}\nwith a second line`);
  });
  await expect(fails).rejects.toThrow("refused");
  expect(all.audit.records.at(-1)).toMatchObject({
    moment: "failed",
    outcome: "TypeError: refused ?key=[secret]",
    why: "because [secret]",
  });
  expect(JSON.stringify(all.audit.records)).not.toContain("planted");
});

test("a job takes only the actions of its row", async () => {
  const all = gateOf(JobCommand.EvaluateLevels, job);
  await expect(all.gate.perform(regenerate, neverHappens)).rejects.toMatchObject({ because: "precondition" });
  expect(all.audit.records.map(({ outcome }) => outcome)).toEqual([
    undefined,
    "refused: ActionRefused: evaluate-levels may not regenerate-key: its row does not list it",
  ]);
  expect((await all.audit.verify()).unfinished).toEqual([]);
});

test.each(["toString", "nonsense"])(
  "the action %s, which nobody registered, has no way to an effect",
  async (action) => {
    const all = gateOf(rotate, job);
    await expect(all.gate.perform({ ...regenerate, action: action as ActionId }, neverHappens)).rejects.toMatchObject({
      because: "precondition",
      message: `${action} is not in the registry of actions`,
    });
  },
);

test("a medium risk needs a person and a reason", async () => {
  const revoke = { ...regenerate, action: ActionId.RevokeKey };
  await expect(gateOf(JobCommand.Revoke, job).gate.perform(revoke, neverHappens)).rejects.toMatchObject({
    because: "approval",
    message: expect.stringContaining("needs a person who asks for it"),
  });
  await expect(
    gateOf(JobCommand.Revoke, alice).gate.perform({ ...revoke, why: " " }, neverHappens),
  ).rejects.toMatchObject({ because: "approval", message: "revoke-key needs a reason; say --reason" });
  await expect(gateOf(JobCommand.Revoke, alice).gate.perform(revoke, async () => "done")).resolves.toBe("done");
});

test("the switch stops what changes something, whatever its risk, and lets reading and resuming through", async () => {
  const all = gateOf(rotate, job);
  await all.killSwitch.stop("alice", "it does harm");
  await expect(all.gate.perform(regenerate, neverHappens)).rejects.toMatchObject({
    because: "kill-switch",
    message: "regenerate-key is not taken: alice stopped it at 2026-01-01T00:00:00.000Z: it does harm",
  });
  const reads = actionGate({ ...all.parts, command: JobCommand.Inventory });
  await expect(reads.perform({ ...regenerate, action: ActionId.ReadInventory }, async () => 1)).resolves.toBe(1);
  const asks = actionGate({ ...all.parts, command: JobCommand.Approvals });
  await expect(asks.perform({ ...regenerate, action: ActionId.RequestApproval }, async () => 2)).resolves.toBe(2);
});

test("another job stops within one poll of the switch", async () => {
  const all = gateOf(rotate, job);
  await all.gate.perform(regenerate, async () => undefined);
  await all.switchJournal.create("automation", { stopped: true, by: "alice", at: "T", why: "w" });
  await all.clock.advance(POLL_MILLISECONDS - 1);
  await all.gate.perform(regenerate, async () => undefined);
  await all.clock.advance(1);
  await expect(all.gate.perform(regenerate, neverHappens)).rejects.toMatchObject({ because: "kill-switch" });
});

test("a switch that is thrown while the records are written stops the action that is about to begin", async () => {
  const all = gateOf(rotate, job);
  const slow = actionGate({
    ...all.parts,
    audit: {
      append: async (record) => {
        await all.audit.append(record);
        if (record.moment !== "executing") return;
        await all.switchJournal.create("automation", { stopped: true, by: "alice", at: "T", why: "w" });
        await all.clock.advance(POLL_MILLISECONDS);
      },
    },
  });
  await expect(slow.perform(regenerate, neverHappens)).rejects.toMatchObject({ because: "kill-switch" });
  expect(moments(all)).toEqual(["requested", "decided", "executing", "failed"]);
});

test("a switch that cannot be read counts as thrown: at once if it was never read, else after the bound", async () => {
  const all = gateOf(rotate, job);
  let down = true;
  const read = all.switchJournal.read;
  all.switchJournal.read = async (key) => {
    if (down) throw new Error("table unavailable");
    return read(key);
  };
  await expect(all.gate.perform(regenerate, neverHappens)).rejects.toMatchObject({
    because: "kill-switch",
    message: expect.stringContaining("the switch cannot be read (table unavailable), so nothing runs"),
  });
  down = false;
  await all.gate.perform(regenerate, async () => undefined);
  down = true;
  await all.clock.advance(STALENESS_BOUND_MILLISECONDS);
  await all.gate.perform(regenerate, async () => undefined);
  await all.clock.advance(1);
  await expect(all.gate.perform(regenerate, neverHappens)).rejects.toMatchObject({ because: "kill-switch" });
});

test("a clock that is set back does not make an old reading new", async () => {
  const all = gateOf(rotate, job);
  await all.gate.perform(regenerate, async () => undefined);
  await all.switchJournal.create("automation", { stopped: true, by: "alice", at: "T", why: "w" });
  all.clock.step(new Date("2025-12-31T00:00:00Z"));
  await expect(all.gate.perform(regenerate, neverHappens)).rejects.toMatchObject({ because: "kill-switch" });
});

test("a high risk runs with a second person's approval, once", async () => {
  const all = gateOf(JobCommand.Resume, alice);
  await all.approvals.request("1", resume, alice, "w");
  const approved = { ...resume, approval: "1" };
  await expect(all.gate.perform(resume, neverHappens)).rejects.toMatchObject({ because: "approval" });
  await expect(all.gate.perform(approved, neverHappens)).rejects.toThrow("nobody has given approval 1 yet");
  await all.approvals.grant("1", bob);
  await expect(all.gate.perform(approved, async () => "resumed")).resolves.toBe("resumed");
  expect(all.audit.records.find(({ outcome }) => outcome?.startsWith("allowed"))?.outcome).toBe(
    "allowed by approval 1, asked for by person alice@contoso.example (a), given by person bob@contoso.example (b)",
  );
  await expect(all.gate.perform(approved, neverHappens)).rejects.toThrow("it serves once");
  expect((await all.audit.verify()).findings).toEqual([]);
});

test("of two that use an approval at the same moment one is refused", async () => {
  const all = gateOf(JobCommand.Resume, alice);
  await all.approvals.request("1", resume, alice, "w");
  await all.approvals.grant("1", bob);
  let effects = 0;
  const attempts = Array.from({ length: 5 }, () =>
    all.gate.perform({ ...resume, approval: "1" }, async () => {
      effects += 1;
    }),
  );
  const outcomes = await Promise.allSettled(attempts);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(effects).toBe(1);
});

test("without its record nothing happens", async () => {
  for (const moment of ["requested", "decided", "executing"]) {
    const all = gateOf(rotate, job, {
      audit: {
        append: async (record) => {
          if (record.moment === moment) throw new Error("audit unavailable");
        },
      },
    });
    await expect(all.gate.perform(regenerate, neverHappens)).rejects.toThrow("audit unavailable");
  }
});

test("an effect whose outcome cannot be recorded is not recorded as failed, and the caller hears of it", async () => {
  const written: string[] = [];
  const all = gateOf(rotate, job, {
    audit: {
      append: async ({ moment }) => {
        if (moment === "succeeded") throw new Error("audit unavailable");
        written.push(moment);
      },
    },
  });
  await expect(all.gate.perform(regenerate, async () => 1)).rejects.toThrow("audit unavailable");
  expect(written).toEqual(["requested", "decided", "executing"]);
});

test("a dry run records nothing, uses nothing up, and says what would be done or refused", async () => {
  const all = gateOf(JobCommand.Resume, alice, { dryRun: true });
  await all.approvals.request("1", resume, alice, "w");
  await all.approvals.grant("1", bob);
  await expect(all.gate.perform({ ...resume, approval: "1" }, neverHappens)).resolves.toBeUndefined();
  await expect(all.gate.perform({ ...resume, approval: "2" }, neverHappens)).resolves.toBeUndefined();
  await expect(all.gate.perform(regenerate, neverHappens)).resolves.toBeUndefined();
  expect(all.audit.records).toEqual([]);
  expect(all.approvalsJournal.contents()["1"]?.state).toBe("granted");
  expect(all.lines.map((line) => (JSON.parse(line) as { message: string }).message)).toEqual([
    "would resume-automation",
    "would refuse to resume-automation",
    "would refuse to regenerate-key",
  ]);
});

test("the clock of a record is the clock of its moment", async () => {
  const clock = fakeClock(undefined, { skipsSleep: true });
  const all = gateOf(rotate, job, { clock });
  await all.gate.perform(regenerate, () => clock.sleep(90_000));
  expect(all.audit.records.map(({ at }) => at.slice(11, 19))).toEqual(["00:00:00", "00:00:00", "00:00:00", "00:01:30"]);
});

async function neverHappens(): Promise<never> {
  throw new Error("the effect happened");
}
