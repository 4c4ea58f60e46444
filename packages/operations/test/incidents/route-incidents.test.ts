import { type AlertRecord, alertSignals } from "@ringfence/operations/incidents";
import fc from "fast-check";
import { Interruption } from "../../src/testing";
import { alertRecord, at } from "./alerts";
import { router, settings } from "./router";

const alert = alertRecord("a1", 0);

test("tells, escalates, reminds, tells that it is over; and the pager that was called hears of the end too", async () => {
  const run = router();
  await run.look(0, [alert]);
  expect(run.said()).toEqual([]);
  await run.look(1);
  expect(run.said()).toEqual(["channel: firing Sev1"]);
  for (const minute of [5, 10, 14]) await run.look(minute);
  expect(run.said()).toHaveLength(1);
  await run.look(15);
  await run.look(16);
  expect(run.said()).toEqual(["channel: firing Sev1", "pager: acknowledge Sev1"]);
  expect(run.told[1]?.message.text).toContain(
    "Nobody has taken it within 15 minutes. This is for the second on call (grace).",
  );
  await run.look(30, [alertRecord("a1", 0, { resolvedAt: 29 })]);
  await run.look(31);
  expect(run.said().slice(2)).toEqual(["channel: resolved Sev1", "pager: resolved Sev1"]);
  expect([...run.items.values()]).toEqual(["closed"]);
});

test("says what somebody needs at three in the morning, and no more", async () => {
  const run = router();
  await run.look(0, [alert]);
  await run.look(1);
  expect(run.told[0]?.message).toMatchObject({
    title: "[Sev1] ma-claims-model-callers-turned-away on ais-claims",
    text: `An alert has fired. Acknowledge the alert in Azure to take it.

Callers are turned away. Runbook: https://github.com/contoso/claims/blob/main/runbooks/quota-exhaustion.md`,
    runbookUrl: "https://github.com/contoso/claims/blob/main/runbooks/quota-exhaustion.md",
    facts: [
      ["Service", "claims-assistant"],
      ["Ring", "prod"],
      ["State", "open"],
      ["Since", "2026-11-21T03:00:00.000Z"],
      ["To be taken by", "2026-11-21T03:15:00.000Z"],
      ["To be mitigated by", "2026-11-21T07:00:00.000Z"],
      ["Incident", expect.stringMatching(/^[0-9a-f]{16}-20261121T030000Z$/)],
    ],
  });
});

test("acknowledged in Azure, it is not escalated; closed there, it is over", async () => {
  const run = router();
  await run.look(0, [alert]);
  await run.look(5, [alertRecord("a1", 0, { state: "Acknowledged", changedAt: 4, by: "ada@contoso.example" })]);
  await run.look(60);
  expect(run.said()).toEqual(["channel: firing Sev1"]);
  const result = await run.look(70, [alertRecord("a1", 0, { state: "Closed", changedAt: 69 })]);
  expect(result).toMatchObject({ open: 0, resolved: [expect.any(String)] });
});

test("a route that does not answer holds nothing up, is tried again, and fails the run", async () => {
  const run = router({ settings: { ...settings, escalations: {} } });
  run.broken.add("pager");
  await run.look(0, [alertRecord("a1", 0, { severity: "Sev1" })]);
  await run.look(1);
  const late = await run.look(15);
  expect(run.said()).toEqual(["channel: firing Sev1", "channel: acknowledge Sev1"]);
  expect(late.failures).toEqual(["escalate by pager: the route pager did not take a message: it answered 410"]);
  run.broken.clear();
  await run.look(16);
  expect(run.said().slice(2)).toEqual(["pager: acknowledge Sev1"]);
});

test("what cannot be told for a day is given up, with a line in the log", async () => {
  const run = router();
  run.broken.add("channel");
  await run.look(0, [alert]);
  await run.look(1);
  await run.look(25 * 60);
  expect(run.lines.filter((line) => line.includes("task given up"))).toHaveLength(1);
  const left = Object.values(run.journal.contents()).flatMap(({ tasks }) => tasks.map(({ key }) => key));
  expect(left.filter((key) => key.endsWith("/notice/1"))).toEqual([]);
});

test("begins with what Azure still lists, and then reads what has changed, an hour back", async () => {
  const run = router();
  await run.look(0, []);
  await run.look(10, []);
  expect(run.asked).toEqual([at(-30 * 24 * 60), at(-60)]);
});

test("a second run at the same time does nothing", async () => {
  const run = router();
  await run.parts.leases.acquire("incident-router", "another", 60_000);
  expect(await run.look(0, [alert])).toMatchObject({ looked: false });
  expect(run.journal.writes).toBe(0);
});

test("a dry run says what it would do and leaves no trace", async () => {
  const run = router({ dryRun: true });
  await run.look(0, [alert]);
  const result = await run.look(20);
  expect(result.looked).toBe(true);
  expect([run.journal.writes, run.told, run.audit.records]).toEqual([0, [], []]);
});

test("with automation stopped nobody is told by the router, and everything is when it runs again", async () => {
  const run = router();
  await run.look(0, [alert]);
  await run.killSwitch.stop("ada", "a drill");
  const stopped = await run.look(1);
  expect(stopped.failures).toHaveLength(2);
  expect(run.said()).toEqual([]);
  const thrown = await run.killSwitch.position();
  if (thrown) await run.killSwitch.resume(thrown, "grace", "the drill is over");
  await run.look(3);
  expect(run.said()).toEqual(["channel: firing Sev1"]);
});

test("what one of our own jobs tells is an incident, until the job says that it is over", async () => {
  const run = router();
  const notice = {
    fingerprint: "rotation search-admin",
    severity: "Sev1",
    title: "search-admin is not renewed",
    text: "",
  } as const;
  const entry = await run.notices.create(notice.fingerprint, { ...notice, at: at(0).toISOString() });
  await run.look(1, []);
  await run.look(2);
  const again = await run.notices.replace(entry, { ...notice, at: at(3).toISOString() });
  await run.look(3);
  expect(run.said()).toEqual(["channel: firing Sev1"]);
  await run.notices.replace(again, { ...notice, resolved: true, at: at(9).toISOString() });
  expect(await run.look(10)).toMatchObject({ open: 0, resolved: [expect.any(String)] });
  expect(run.said()).toEqual(["channel: firing Sev1", "channel: resolved Sev1"]);
});

test("reports an incident without a review after five working days, and not one whose review was held", async () => {
  const over = [alertRecord("a1", 0, { resolvedAt: 20 })];
  const days = (count: number) => count * 24 * 60;
  const run = router();
  await run.look(1, [alert]);
  await run.look(21, over);
  expect((await run.look(days(6.8))).reviewsOverdue).toEqual([]);
  const { reviewsOverdue } = await run.look(days(6.9));
  expect(reviewsOverdue).toHaveLength(1);
  const reviewed = router({ settings: { ...settings, reviews: { ...settings.reviews, held: reviewsOverdue } } });
  await reviewed.look(1, [alert]);
  await reviewed.look(21, over);
  expect((await reviewed.look(days(20))).reviewsOverdue).toEqual([]);
});

test("an unknown severity counts as the most urgent one", () => {
  expect(alertSignals(alertRecord("a1", 0, { severity: "Sev7" }), "prod")[0]).toMatchObject({ severity: "Sev0" });
});

test("an alert on the activity log has its row's severity, because Azure gives them all Sev4", () => {
  const alertRule = "/subscriptions/s/resourceGroups/g/providers/microsoft.insights/activityLogAlerts";
  const severityOf = (name: string, ring: "prod" | "dev") =>
    alertSignals(alertRecord("a1", 0, { severity: "Sev4", alertRule: `${alertRule}/${name}` }), ring)[0];
  expect(severityOf("ala-claims-prod-ring-group-critical-resource-deleted", "prod")).toMatchObject({
    severity: "Sev1",
  });
  expect(severityOf("ala-claims-dev-ring-group-critical-resource-deleted", "dev")).toMatchObject({ severity: "Sev4" });
  expect(severityOf("ma-claims-prod-search-search-slow", "prod")).toMatchObject({ severity: "Sev4" });
});

test("that an incident is not taken makes no incident, which nobody would take either", async () => {
  const run = router();
  const result = await run.look(0, [alertRecord("a1", 0, { runbook: "incident-not-taken" })]);
  expect(result).toMatchObject({ open: 0, opened: [] });
});

/** What Azure lists at a minute, if it lists what it should. */
function listedAt(alerts: readonly { name: string; from: number; to: number }[], minute: number): AlertRecord[] {
  return alerts
    .filter(({ from }) => from <= minute)
    .map(({ name, from, to }) => alertRecord(name, from, to <= minute ? { resolvedAt: to } : {}));
}

test("whatever crashes before or after its effect: no alert is lost, what was decided is told, one work item stays closed, nothing is left to do", async () => {
  const alerts = fc
    .array(fc.record({ from: fc.integer({ min: 0, max: 60 }), lasts: fc.integer({ min: 5, max: 60 }) }), {
      minLength: 1,
      maxLength: 3,
    })
    .map((some) => some.map(({ from, lasts }, index) => ({ name: `a${index}`, from, to: from + lasts })));
  const crashes = fc.array(fc.tuple(fc.nat(150), fc.constantFrom(...Object.values(Interruption))), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(alerts, crashes, async (really, planned) => {
      let calls = 0;
      let armed = true;
      const run = router({
        interrupts: (_, moment) => {
          if (moment === Interruption.Before) calls += 1;
          if (armed && planned.some(([call, when]) => call === calls && when === moment)) throw new Error("crash");
        },
      });
      for (let minute = 0; minute <= 120; minute += 3)
        await run.look(minute, listedAt(really, minute)).catch((error: Error) => expect(error.message).toBe("crash"));
      armed = false;
      for (const minute of [130, 140, 260, 270]) await run.look(minute, listedAt(really, minute));

      const logs = Object.values(run.journal.contents());
      const incidents = logs.flatMap((log) => log.incidents);
      const known = incidents.flatMap(({ alerts: own }) => Object.keys(own)).sort();
      expect(known).toEqual(really.map(({ name }) => name).sort());
      expect(logs.flatMap(({ tasks }) => tasks)).toEqual([]);
      expect([...run.items.values()]).toEqual(incidents.some(({ workItemTurn }) => workItemTurn > 0) ? ["closed"] : []);
      for (const { id, escalated, notices } of incidents) {
        const told = run.told.filter(({ message }) => message.incident === id);
        for (const step of escalated)
          expect(told.some(({ message }) => message.key === `${id}/escalation/${step}`)).toBe(true);
        if (notices > 0) expect(told.findLast(({ route }) => route === "channel")?.message.because).toBe("resolved");
      }
      // Said twice only where a crash hid that it had been said.
      const said = run.told.map(({ route, message }) => `${route} ${message.key}`);
      expect(said.length - new Set(said).size).toBeLessThanOrEqual(planned.length);
    }),
    { numRuns: 60 },
  );
});
