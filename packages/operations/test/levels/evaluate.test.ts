import { type ObjectiveDefinition, resolveObjective } from "@ringfence/core/levels";
import { evaluateLevels, levelLines, levelReport, standingReview } from "../../src/levels";
import { LogQueryFailed } from "../../src/ports";
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

const opened = ({ journal }: World) => journal.contents()["answers-arrive"];
const told = ({ measured }: World) =>
  ["review_due", "review_budget_gone"].map((metric) => measured.get(`ringfence.level.${metric} answers-arrive`));

describe("a review of the error budget", () => {
  test("is opened once in a month in which half of it is gone before its middle, and measured the same until it ends", async () => {
    const ports = world(new Date("2026-11-01T00:00:00Z"), leaking, start);
    const seen = new Set<string>();
    await until("2026-12-03T00:00:00Z", ports, async () => {
      await evaluateLevels([objective], ports);
      seen.add(`${opened(ports)?.openedAt ?? "none"}: ${told(ports).join(", ")}`);
    });
    expect([...seen]).toEqual([
      "none: 0, 0",
      "2026-11-07T00:00:00.000Z: 1, 60",
      // December has none: the entry is November's, and nothing is measured of it.
      "2026-11-07T00:00:00.000Z: 0, 0",
    ]);
    expect(ports.journal.writes).toBe(1);
  });

  test("of the next month takes the place of the one before, where the evaluator was off in between", async () => {
    const always: Behaviour = () => ({ good: 95, total: 100 });
    const ports = world(new Date("2026-11-08T00:00:00Z"), always, start);
    await evaluateLevels([objective], ports);
    ports.clock.step(new Date("2026-12-08T00:00:00Z"));
    for (const _ of [1, 2, 3]) await evaluateLevels([objective], ports);
    expect(opened(ports)).toEqual({ openedAt: "2026-12-08T00:00:00.000Z", percentGone: expect.any(Number) });
    expect([ports.journal.writes, told(ports)[0]]).toEqual([2, 1]);
  });

  test("is not opened for a service that keeps its objective", async () => {
    const ports = world(start, well);
    await until("2026-11-20T00:00:00Z", ports, () => evaluateLevels([objective], ports), 3 * DAY);
    expect([ports.journal.writes, ...told(ports)]).toEqual([0, 0, 0]);
  });

  test("is measured as over half, however little over half it is", async () => {
    const justOver = { due: true, standing: true, consumed: 0.500_002, key: "november" };
    const ports = world(start, well);
    const review = await standingReview(objective, justOver, undefined, ports, start);
    expect(review?.percentGone).toBe(50.1);
    const exactly = await standingReview(
      objective,
      { ...justOver, consumed: 0.6 },
      undefined,
      world(start, well),
      start,
    );
    expect(exactly?.percentGone).toBe(60);
  });

  test("is one review and is measured, wherever a run is cut off and however often it is started again", async () => {
    const calls = new Set<string>();
    for (let cut = 0; cut < 8; cut++) {
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
      };
      await until("2026-11-11T00:00:00Z", ports, () => evaluateLevels([objective], fragile));
      expect([cut, ports.journal.writes, told(ports)]).toEqual([cut, 1, [1, opened(ports)?.percentGone]]);
    }
    expect([...calls].sort()).toEqual([
      "journal.create after",
      "journal.create before",
      "journal.read after",
      "journal.read before",
      "logs.rows after",
      "logs.rows before",
    ]);
  });

  test("is one review where evaluators run at the same time, whichever was first", async () => {
    const ports = world(new Date("2026-11-08T00:00:00Z"), leaking, start);
    await Promise.all([1, 2, 3].map(() => evaluateLevels([objective], ports)));
    expect(ports.journal.writes).toBe(1);
    expect(told(ports)).toEqual([1, opened(ports)?.percentGone]);
    expect(ports.problems).toEqual([]);
  });

  test("is not written down in a dry run", async () => {
    const ports = world(new Date("2026-11-08T00:00:00Z"), leaking, start);
    await evaluateLevels([objective], { ...ports, dryRun: true });
    expect(ports.journal.writes).toBe(0);
  });
});

describe("what is measured", () => {
  test("of an objective that loses its budget", async () => {
    const rolling = resolveObjective({ ...definition, period: "30d" });
    const now = new Date("2026-11-20T00:00:00Z");
    const ports = world(now, (at) => ({ good: now.getTime() - at.getTime() <= 3 * DAY ? 98 : 100, total: 100 }), start);
    await evaluateLevels([rolling], ports);
    expect(Object.fromEntries([...ports.measured].map(([key, value]) => [key, Math.round(value * 100) / 100]))).toEqual(
      {
        "ringfence.level.state answers-arrive": 2,
        "ringfence.level.target answers-arrive": 0.99,
        "ringfence.level.review_due answers-arrive": 0,
        "ringfence.level.review_budget_gone answers-arrive": 0,
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
    const [level] = await evaluateLevels([objective], ports);
    expect(level?.assessment?.state).toBe("NO_DATA");
    expect([...ports.measured]).toEqual([
      ["ringfence.level.state answers-arrive", -2],
      ["ringfence.level.target answers-arrive", 0.99],
      ["ringfence.level.review_due answers-arrive", 0],
      ["ringfence.level.review_budget_gone answers-arrive", 0],
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
    const evaluated = await evaluateLevels([objective, other], ports);
    expect(evaluated.map(({ assessment }) => assessment?.state)).toEqual([undefined, "HEALTHY"]);
    expect([...ports.measured.keys()].some((key) => key.includes("answers-arrive"))).toBe(false);
    expect(ports.problems).toEqual(["an objective could not be evaluated: Log Analytics answered in part"]);
  });

  test("is one whose rows make no sense", async () => {
    const ports = broken(async () => [{ Bin: new Date(0), Good: 5, Total: 4, Seen: 5 }]);
    const [first] = await evaluateLevels([objective], ports);
    expect(String(first?.failure)).toBe(
      'LogQueryFailed: a row of the series makes no sense: {"Bin":"1970-01-01T00:00:00.000Z","Good":5,"Total":4,"Seen":5}',
    );
  });

  test("is said in the result, beside what the others came to", async () => {
    const ports = broken(() => Promise.reject(new LogQueryFailed("Log Analytics answered in part")));
    const evaluated = await evaluateLevels([objective, other], ports);
    expect(levelLines(evaluated)).toMatch(
      /^answers-arrive: not evaluated: Log Analytics answered in part\np95-is-quick: HEALTHY, 100 % good of \d+, target 99 %; 100 % of the budget left$/,
    );
    expect(levelReport(evaluated)).toMatchObject([
      { objective: "answers-arrive", error: "Log Analytics answered in part" },
      { objective: "p95-is-quick", state: "HEALTHY", target: 99 },
    ]);
  });
});
