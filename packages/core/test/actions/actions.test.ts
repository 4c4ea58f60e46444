import { ActionId, type ActionRow, actionRow, actions, RiskTier } from "@ringfence/core/actions";
import { deployedJobs } from "@ringfence/core/jobs";

const rows: ActionRow[] = Object.values(actions);
const effects = rows.filter((row) => row.tier !== RiskTier.Read);

test("every action has a row under its own id", () => {
  expect(rows.map(({ id }) => id).sort()).toEqual(Object.values(ActionId).sort());
  for (const [id, row] of Object.entries(actions)) expect(row.id).toBe(id);
});

test("what undoes an action is an action that changes something, or a sentence", () => {
  for (const row of effects) {
    if (typeof row.inverse === "string") expect(actionRow(row.inverse).tier).not.toBe(RiskTier.Read);
    else expect(row.inverse.irreversible.length).toBeGreaterThan(20);
  }
});

test("what jobs do by themselves is never of a risk that needs a person, but for stopping", () => {
  const byJobs = deployedJobs.flatMap((job) => job.actions.map((action) => actionRow(action)));
  expect(byJobs.length).toBeGreaterThan(5);
  for (const { id, tier } of byJobs)
    expect([id, [RiskTier.Read, RiskTier.Low].some((low) => low === tier)]).toEqual([id, true]);
});

test("only what stops and resumes, and what is needed for that, runs while everything is stopped", () => {
  const running = effects.filter((row) => row.runsWhileStopped).map(({ id }) => id);
  expect(running.sort()).toEqual(["grant-approval", "request-approval", "resume-automation", "stop-automation"]);
});

test("an approval is used within the time that somebody remembers what it was for", () => {
  const approved = effects.flatMap((row) => (row.tier === RiskTier.High ? [row.approval] : []));
  expect(approved.length).toBeGreaterThan(0);
  for (const { grantWithinMinutes, useWithinMinutes } of approved) {
    expect(grantWithinMinutes).toBeLessThanOrEqual(24 * 60);
    expect(useWithinMinutes).toBeLessThanOrEqual(60);
  }
});
