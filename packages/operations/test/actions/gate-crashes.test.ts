import { ActionId } from "@ringfence/core/actions";
import { JobCommand } from "@ringfence/core/jobs";
import fc from "fast-check";
import { type Approval, Approvals, actionGate, KillSwitch, type SwitchPosition } from "../../src/actions";
import { ActionRefused } from "../../src/ports";
import { fakeClock, Interruption, interrupted, memoryAudit, memoryJournal } from "../../src/testing";
import { alice, bob, gateOf, regenerate, resume } from "./gate-parts";

class Crash extends Error {}

/**
 * One worker after another tries the same two actions, one of low and one of high risk, and dies at the given calls:
 * before a call has its effect, or after it, without hearing of it. A person throws the switch at some moment.
 */
async function crashingWorkers(deaths: readonly number[], thrownAfter: number) {
  const clock = fakeClock();
  const audit = memoryAudit();
  const approvalsJournal = memoryJournal<Approval>();
  const switchJournal = memoryJournal<SwitchPosition>();
  await new Approvals(approvalsJournal, clock).request("1", resume, alice, "w");
  await new Approvals(approvalsJournal, clock).grant("1", bob);
  const effects: { action: ActionId; run: string; stopped: boolean }[] = [];
  let calls = 0;
  let runs = 0;
  let stopped = false;
  for (const death of [...deaths, Number.POSITIVE_INFINITY]) {
    let callsLeft = death;
    const dies = async (call: string, moment: Interruption) => {
      if (moment === Interruption.Before) calls += 1;
      // An effect that has begun is not undone by the switch.
      if (calls >= thrownAfter && !stopped && call !== "effect.take") {
        stopped = true;
        await switchJournal.create("automation", { stopped: true, by: "alice", at: "T", why: "w" });
        // The poll of every worker has passed before anything else happens.
        await clock.advance(5_000);
      }
      callsLeft -= 1;
      if (callsLeft < 0) throw new Crash();
    };
    const approvals = new Approvals(interrupted("approvals", approvalsJournal, dies), clock);
    const { parts } = gateOf(JobCommand.Rotate, alice, { clock });
    const run = () => {
      runs += 1;
      return `run-${runs}`;
    };
    const worker = {
      ...parts,
      audit: interrupted("audit", { append: audit.append }, dies),
      approvals,
      killSwitch: new KillSwitch(interrupted("switch", switchJournal, dies), clock),
      newRun: run,
    };
    for (const [command, request] of [
      [JobCommand.Rotate, regenerate],
      [JobCommand.Resume, { ...resume, approval: "1" }],
    ] as const) {
      const effect = interrupted(
        "effect",
        {
          take: async () => {
            effects.push({ action: request.action, run: `run-${runs}`, stopped });
          },
        },
        dies,
      );
      try {
        await actionGate({ ...worker, command }).perform(request, effect.take);
      } catch (error) {
        if (!(error instanceof Crash || error instanceof ActionRefused)) throw error;
        if (error instanceof Crash) break;
      }
    }
  }
  return { audit, effects, approval: approvalsJournal.contents()["1"] };
}

test("whenever workers die: the chain is whole, an approval serves once, no effect without its records, none after a stop", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat({ max: 40 }), { maxLength: 5 }),
      fc.integer({ min: 1, max: 120 }),
      async (deaths, thrownAfter) => {
        const { audit, effects, approval } = await crashingWorkers(deaths, thrownAfter);
        const report = await audit.verify();
        expect(report.findings).toEqual([]);
        const resumed = effects.filter(({ action }) => action === ActionId.ResumeAutomation);
        expect(resumed.length).toBeLessThanOrEqual(1);
        if (resumed.length === 1) expect(approval?.usedBy).toBe(resumed[0]?.run);
        for (const { action, run, stopped } of effects) {
          const moments = audit.records.filter((record) => record.run === run).map(({ moment }) => moment);
          expect(moments.slice(0, 3)).toEqual(["requested", "decided", "executing"]);
          if (action === ActionId.RegenerateKey) expect(stopped).toBe(false);
        }
        // What has no end in the audit is listed, so that nobody takes it for done.
        const ended = audit.records.filter(({ moment }) => moment === "succeeded" || moment === "failed").length;
        const begun = audit.records.filter(({ moment }) => moment === "executing").length;
        expect(report.unfinished.filter(({ moment }) => moment === "executing")).toHaveLength(begun - ended);
      },
    ),
    { numRuns: 400 },
  );
});

test("without crashes and stops both actions happen", async () => {
  const { effects, audit } = await crashingWorkers([], 1_000);
  expect(effects.map(({ action }) => action)).toEqual([ActionId.RegenerateKey, ActionId.ResumeAutomation]);
  expect((await audit.verify()).unfinished).toEqual([]);
});
