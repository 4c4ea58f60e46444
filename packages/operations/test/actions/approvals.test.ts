import { ActionId, actionRow, RiskTier } from "@ringfence/core/actions";
import fc from "fast-check";
import { type Actor, ActorKind, type Approval, ApprovalRefused, Approvals, bindingOf } from "../../src/actions";
import type { ActionRequest } from "../../src/ports";
import { fakeClock, memoryJournal } from "../../src/testing";
import { alice, bob, job, resume } from "./gate-parts";

const MINUTE = 60_000;
const row = actionRow(ActionId.ResumeAutomation);
const terms = row.tier === RiskTier.High ? row.approval : { grantWithinMinutes: 0, useWithinMinutes: 0 };

function approvalsOf() {
  const clock = fakeClock();
  const journal = memoryJournal<Approval>();
  return { clock, journal, approvals: new Approvals(journal, clock) };
}

test("only high-risk actions are approved", async () => {
  const { approvals } = approvalsOf();
  await expect(approvals.request("1", { ...resume, action: ActionId.RegenerateKey }, alice, "w")).rejects.toEqual(
    new ApprovalRefused("regenerate-key needs no approval: its risk is low"),
  );
});

const named: Actor = {
  kind: ActorKind.Person,
  id: "alice@contoso.example",
  name: "Alice@contoso.example",
  namedBy: "j",
};

test.each([
  ["the requester", alice, "was asked for by alice@contoso.example; somebody else must give it"],
  ["the requester under the name that an application gives", named, "somebody else must give it"],
  ["a job", job, "must be given by a person"],
])("%s cannot approve", async (_who, actor, says) => {
  const { approvals } = approvalsOf();
  await approvals.request("1", resume, alice, "w");
  await expect(approvals.grant("1", actor)).rejects.toThrow(says);
});

test("it can be given until the last moment of its time and no later", async () => {
  const { approvals, clock } = approvalsOf();
  await approvals.request("1", resume, alice, "w");
  await approvals.request("2", resume, alice, "w");
  await clock.advance(terms.grantWithinMinutes * MINUTE);
  await approvals.grant("1", bob);
  await clock.advance(1);
  await expect(approvals.grant("2", bob)).rejects.toThrow(
    "approval 2 could be given until 2026-01-01T01:00:00.000Z; ask for another one",
  );
});

test("it can be used until the last moment of its time and no later", async () => {
  const { approvals, clock } = approvalsOf();
  for (const id of ["1", "2"]) {
    await approvals.request(id, resume, alice, "w");
    await approvals.grant(id, bob);
  }
  await clock.advance(terms.useWithinMinutes * MINUTE);
  expect((await approvals.use("1", resume, "run")).usedBy).toBe("run");
  await clock.advance(1);
  await expect(approvals.use("2", resume, "run")).rejects.toThrow("could be used until");
});

test("it is for one action on one target in one state with its parameters, whatever their order", async () => {
  const { approvals } = approvalsOf();
  const asked = { ...resume, parameters: { a: "1", b: "2" } };
  await approvals.request("1", asked, alice, "w");
  await approvals.grant("1", bob);
  const others: ActionRequest[] = [
    { ...asked, target: "another" },
    { ...asked, targetState: "stopped at U by alice" },
    { ...asked, targetState: undefined },
    { ...asked, parameters: { a: "1" } },
    { ...asked, parameters: { a: "1", b: "3" } },
    { ...asked, parameters: { a: "1", b: "2", c: "" } },
  ];
  for (const other of others) await expect(approvals.use("1", other, "run")).rejects.toThrow("have changed since");
  await expect(approvals.use("1", { ...asked, parameters: { b: "2", a: "1" } }, "run")).resolves.toBeDefined();
});

test("an approval that was changed in the journal is worth nothing", async () => {
  const forgeries: Partial<Approval>[] = [
    { target: "another", binding: bindingOf({ ...resume, target: "another" }) },
    { target: "another" },
    { grantedBy: alice },
    { grantedBy: undefined },
    { useBefore: undefined },
  ];
  for (const forged of forgeries) {
    const { approvals, journal } = approvalsOf();
    await approvals.request("1", resume, alice, "w");
    await approvals.grant("1", bob);
    const entry = await journal.read("1");
    if (entry) await journal.replace(entry, { ...entry.value, ...forged });
    await expect(approvals.use("1", resume, "run")).rejects.toBeInstanceOf(ApprovalRefused);
  }
});

test("whatever is done in whatever order, it is used at most once, given by another and within its times", async () => {
  const step = fc.oneof(
    fc.record({ does: fc.constant("grant" as const), by: fc.constantFrom(alice, bob, job) }),
    fc.record({ does: fc.constant("use" as const), state: fc.constantFrom("as it was", "changed") }),
    fc.record({ does: fc.constant("wait" as const), minutes: fc.integer({ min: 0, max: 70 }) }),
    fc.record({ does: fc.constant("set back" as const), minutes: fc.integer({ min: 1, max: 70 }) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const { approvals, clock } = approvalsOf();
      const bound = { ...resume, targetState: "as it was" };
      await approvals.request("1", bound, alice, "w");
      const uses: Approval[] = [];
      for (const one of steps) {
        if (one.does === "wait") await clock.advance(one.minutes * MINUTE);
        if (one.does === "set back") clock.step(new Date(clock.now().getTime() - one.minutes * MINUTE));
        if (one.does === "grant") await approvals.grant("1", one.by).catch(refusedOnly);
        if (one.does === "use")
          await approvals.use("1", { ...bound, targetState: one.state }, "run").then((used) => {
            expect(one.state).toBe("as it was");
            uses.push(used);
          }, refusedOnly);
      }
      expect(uses.length).toBeLessThanOrEqual(1);
      for (const { grantedBy, grantedAt = "", grantBefore, useBefore = "", usedAt = "" } of uses) {
        expect(grantedBy).toEqual(bob);
        expect(grantedAt <= grantBefore && usedAt <= useBefore).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

function refusedOnly(error: unknown): void {
  expect(error).toBeInstanceOf(ApprovalRefused);
}
