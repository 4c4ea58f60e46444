import { type ObjectiveDefinition, resolveObjective } from "@ringfence/core/levels";
import { evaluateLevels, levelLines, levelReport } from "../../src/levels";
import { ActionRefused, LogQueryFailed } from "../../src/ports";
import { type Interruption, interrupted } from "../../src/testing";
import { type Behaviour, logsOf, world } from "./evaluated-world";

const DAY = 24 * 60 * 60_000;
const start = new Date("2026-10-20T00:00:00Z");

const definition: ObjectiveDefinition = {
  name: "answers-arrive",
  kind: "success-rate",
  target: 99,
  period: "calendar-month",
};
const objective = resolveObjective(definition);
const well: Behaviour = () => ({ good: 100, total: 100 });

/** One per cent fails in October, and three in November: the budget of November is half gone after five days. */
const leaking: Behaviour = (at) => ({ good: at.getUTCMonth() === 10 ? 97 : 99, total: 100 });

type World = ReturnType<typeof world>;

/** Runs the evaluator every so often until a day, and at each run whatever `run` does. */
async function until(day: string, ports: World, run: () => Promise<unknown>, every = DAY): Promise<void> {
  while (ports.clock.now().getTime() < Date.parse(day)) {
    await run();
    ports.clock.step(new Date(ports.clock.now().getTime() + every));
  }
}

const fingerprints = ({ notifier }: World) => new Set(notifier.notices.map(({ fingerprint }) => fingerprint));

describe("a review of the error budget", () => {
  test("is opened once in a month in which half of it is gone before its middle, and told once", async () => {
    const ports = world(new Date("2026-11-01T00:00:00Z"), leaking, start);
    await until("2026-11-20T00:00:00Z", ports, () => evaluateLevels([objective], ports, "run"));
    expect(ports.notifier.notices).toEqual([
      expect.objectContaining({
        fingerprint: "level-review/answers-arrive/2026-11-07T00:00:00.000Z",
        severity: "Sev4",
        runbook: "error-budget-burn",
        title: "Review the error budget of answers-arrive: 60 % of it is gone before the middle of its period",
      }),
    ]);
    expect(ports.journal.contents()["answers-arrive"]).toMatchObject({ stage: "told" });
    expect(ports.measured.get("ringfence.level.review_due answers-arrive")).toBe(1);
  });

  test("ends with its month, and its incident with it", async () => {
    const ports = world(new Date("2026-11-07T00:00:00Z"), leaking, start);
    await until("2026-12-02T00:00:00Z", ports, () => evaluateLevels([objective], ports, "run"), 2 * DAY);
    expect(fingerprints(ports).size).toBe(1);
    expect(ports.notifier.notices.map(({ resolved = false }) => resolved)).toEqual([false, true]);
    expect(ports.journal.contents()["answers-arrive"]).toMatchObject({ stage: "closed" });
    expect(ports.measured.get("ringfence.level.review_due answers-arrive")).toBe(0);
  });

  test("of the month before is closed before another is opened, where the evaluator was off in between", async () => {
    const always: Behaviour = () => ({ good: 95, total: 100 });
    const ports = world(new Date("2026-11-08T00:00:00Z"), always, start);
    await evaluateLevels([objective], ports, "run");
    ports.clock.step(new Date("2026-12-08T00:00:00Z"));
    for (const _ of [1, 2, 3]) await evaluateLevels([objective], ports, "run");
    expect(
      ports.notifier.notices.map(({ fingerprint, resolved = false }) => [fingerprint.slice(28, 38), resolved]),
    ).toEqual([
      ["2026-11-08", false],
      ["2026-11-08", true],
      ["2026-12-08", false],
    ]);
  });

  test("is not opened for a service that keeps its objective", async () => {
    const ports = world(start, well);
    await until("2026-11-20T00:00:00Z", ports, () => evaluateLevels([objective], ports, "run"), 3 * DAY);
    expect([ports.notifier.notices, ports.journal.writes]).toEqual([[], 0]);
  });

  test("is one review and is told, wherever a run is cut off and however often it is started again", async () => {
    const calls = new Set<string>();
    for (let cut = 0; cut < 24; cut++) {
      const ports = world(new Date("2026-11-08T00:00:00Z"), leaking, start);
      let call = 0;
      const cutOff = (name: string, moment: Interruption) => {
        if (call++ !== cut) return;
        calls.add(`${name} ${moment}`);
        throw new Error("the process ended");
      };
      const fragile = {
        ...ports,
        logs: interrupted("logs", ports.logs, cutOff),
        journal: interrupted("journal", ports.journal, cutOff),
        notifier: interrupted("notifier", ports.notifier, cutOff),
        actions: { ...ports.actions, perform: interrupted("actions", ports.actions, cutOff).perform },
      };
      await until("2026-11-11T00:00:00Z", ports, () => evaluateLevels([objective], fragile, "run"));
      expect([cut, fingerprints(ports).size]).toEqual([cut, 1]);
      expect([cut, ports.journal.contents()["answers-arrive"]?.stage]).toEqual([cut, "told"]);
    }
    expect([...calls].sort()).toEqual([
      "actions.perform after",
      "actions.perform before",
      "journal.create after",
      "journal.create before",
      "journal.read after",
      "journal.read before",
      "journal.replace after",
      "journal.replace before",
      "logs.rows after",
      "logs.rows before",
      "notifier.tell after",
      "notifier.tell before",
    ]);
  });

  test("is one review where two evaluators run at the same time", async () => {
    const ports = world(new Date("2026-11-08T00:00:00Z"), leaking, start);
    await Promise.all([1, 2, 3].map(() => evaluateLevels([objective], ports, "run")));
    expect(ports.notifier.notices).toHaveLength(1);
    expect(ports.problems).toEqual([]);
  });

  test("waits where the switch stops everything, and is told when it lets go", async () => {
    const ports = world(new Date("2026-11-08T00:00:00Z"), leaking, start);
    const stopped = {
      ...ports,
      actions: {
        dryRun: false,
        perform: () => Promise.reject(new ActionRefused("notify", "kill-switch", "automation is stopped")),
      },
    };
    const [level] = await evaluateLevels([objective], stopped, "run");
    expect([level?.assessment?.state, ports.journal.writes, ports.problems]).toEqual(["DEGRADING", 0, []]);
    await evaluateLevels([objective], ports, "run");
    expect(fingerprints(ports).size).toBe(1);
  });

  test("is only described in a dry run", async () => {
    const ports = world(new Date("2026-11-08T00:00:00Z"), leaking, start);
    const dry = { ...ports, actions: { dryRun: true, perform: async () => undefined } };
    await evaluateLevels([objective], dry, "run");
    expect([ports.journal.writes, ports.notifier.notices]).toEqual([0, []]);
  });
});

describe("what is measured", () => {
  test("of an objective that loses its budget", async () => {
    const rolling = resolveObjective({ ...definition, period: "30d" });
    const now = new Date("2026-11-20T00:00:00Z");
    const ports = world(now, (at) => ({ good: now.getTime() - at.getTime() <= 3 * DAY ? 98 : 100, total: 100 }), start);
    await evaluateLevels([rolling], ports, "run");
    expect(Object.fromEntries([...ports.measured].map(([key, value]) => [key, Math.round(value * 100) / 100]))).toEqual(
      {
        "ringfence.level.state answers-arrive": 2,
        "ringfence.level.target answers-arrive": 0.99,
        "ringfence.level.review_due answers-arrive": 0,
        "ringfence.level.indicator answers-arrive": 1,
        "ringfence.level.budget_left answers-arrive": 0.8,
        "ringfence.level.burn_rate answers-arrive page-quick short": 2,
        "ringfence.level.burn_rate answers-arrive page-quick long": 2,
        "ringfence.level.burn_rate answers-arrive page-slow short": 2,
        "ringfence.level.burn_rate answers-arrive page-slow long": 2,
        "ringfence.level.burn_rate answers-arrive ticket-quick short": 2,
        "ringfence.level.burn_rate answers-arrive ticket-quick long": 2,
        "ringfence.level.burn_rate answers-arrive ticket-slow short": 2,
        "ringfence.level.burn_rate answers-arrive ticket-slow long": 2,
        "ringfence.level.burning answers-arrive ticket-slow": 1,
      },
    );
  });

  test("of an objective without events is its state, and nothing that would have to be made up", async () => {
    const ports = world(start, () => ({ good: 0, total: 0 }));
    const [level] = await evaluateLevels([objective], ports, "run");
    expect(level?.assessment?.state).toBe("NO_DATA");
    expect([...ports.measured]).toEqual([
      ["ringfence.level.state answers-arrive", -2],
      ["ringfence.level.target answers-arrive", 0.99],
      ["ringfence.level.review_due answers-arrive", 0],
      ["ringfence.level.burning answers-arrive ticket-slow", 0],
    ]);
  });
});

describe("an objective that cannot be read", () => {
  const other = resolveObjective({ ...definition, name: "p95-is-quick" });
  const broken = (rows: () => Promise<Record<string, unknown>[]>) => {
    const ports = world(start, well);
    let asked = 0;
    return {
      ...ports,
      logs: {
        rows: (query: string, from: Date, to: Date) =>
          asked++ === 0 ? rows() : logsOf(well, new Date(0)).rows(query, from, to),
      },
    };
  };

  test("sends nothing, and does not keep the others from being evaluated", async () => {
    const ports = broken(() => Promise.reject(new LogQueryFailed("Log Analytics answered in part")));
    const evaluated = await evaluateLevels([objective, other], ports, "run");
    expect(evaluated.map(({ assessment }) => assessment?.state)).toEqual([undefined, "HEALTHY"]);
    expect([...ports.measured.keys()].some((key) => key.includes("answers-arrive"))).toBe(false);
    expect(ports.problems).toEqual(["an objective could not be evaluated: Log Analytics answered in part"]);
  });

  test("is one whose rows make no sense", async () => {
    const ports = broken(async () => [{ Bin: new Date(0), Good: 5, Total: 4, Seen: 5 }]);
    const [first] = await evaluateLevels([objective], ports, "run");
    expect(String(first?.failure)).toBe(
      'LogQueryFailed: a row of the series makes no sense: {"Bin":"1970-01-01T00:00:00.000Z","Good":5,"Total":4,"Seen":5}',
    );
  });

  test("is said in the result, beside what the others came to", async () => {
    const ports = broken(() => Promise.reject(new LogQueryFailed("Log Analytics answered in part")));
    const evaluated = await evaluateLevels([objective, other], ports, "run");
    expect(levelLines(evaluated)).toMatch(
      /^answers-arrive: not evaluated: Log Analytics answered in part\np95-is-quick: HEALTHY, 100 % good of \d+, target 99 %; 100 % of the budget left$/,
    );
    expect(levelReport(evaluated)).toMatchObject([
      { objective: "answers-arrive", error: "Log Analytics answered in part" },
      { objective: "p95-is-quick", state: "HEALTHY", target: 99 },
    ]);
  });
});
