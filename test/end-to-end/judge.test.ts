import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { RehearsalDocument, Verdict } from "../../packages/rehearsal/src/document";
import { exportOf } from "../../packages/rehearsal/test/judge/export-stack";
import { rehearse, ringfence, stackNamed } from "./ringfence";

jest.setTimeout(600_000);

const failures = (verdicts: readonly Verdict[]) =>
  verdicts
    .filter(({ outcome }) => outcome === "fail")
    .map(({ pack, rule, level, urn }) => `${pack} ${rule} ${level} ${urn}`)
    .sort();

test("the example's exported state has the violations that its rehearsal had, with the same packs and the ring's levels", async () => {
  const deployed = await rehearse("--stack", "sandbox", "--config", "bad=true", "--mode", "up");
  const stack = stackNamed(deployed.document, "sandbox");
  const state = join(deployed.folder, "state.json");
  writeFileSync(state, JSON.stringify(exportOf(stack)));
  const run = await ringfence("judge", "--state", state, "--json", "-");
  const judged = stackNamed(JSON.parse(run.stdout) as RehearsalDocument, "sandbox");
  expect(failures(stack.verdicts).length).toBeGreaterThan(5);
  expect(failures(judged.verdicts)).toEqual(failures(stack.verdicts));
  expect(judged.packs.map(({ name }) => name)).toEqual(stack.packs.map(({ name }) => name));
  expect(run.status).toBe(0);
});
