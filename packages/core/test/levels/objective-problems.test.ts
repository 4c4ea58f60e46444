import { type ObjectiveDefinition, objectiveProblems, resolveObjective } from "@ringfence/core/levels";
import { answersAreGrounded, answersAreQuick, answersArrive, oneOfEach, slowestAreQuick } from "./objectives";

const problemsOf = (change: object, base: ObjectiveDefinition = answersArrive) =>
  objectiveProblems({ ...base, ...change } as ObjectiveDefinition);

test.each(oneOfEach.map((definition) => [definition.name, definition] as const))(
  "%s has no problem",
  (_, definition) => {
    expect(objectiveProblems(definition)).toEqual([]);
  },
);

describe("an alert that can never fire is refused, with its arithmetic and what to do", () => {
  test("for the median as a share of requests, three of four times", () => {
    expect(
      problemsOf({ target: 50 }, answersAreQuick).map(({ path, problem }) => [path, problem.split(":")[0]]),
    ).toEqual([
      ["alerts", "page-quick can never fire"],
      ["alerts", "page-slow can never fire"],
      ["alerts", "ticket-quick can never fire"],
    ]);
  });

  test("unless it is left out, or counts slices of time", () => {
    expect(problemsOf({ target: 50, alerts: ["ticket-slow"] }, answersAreQuick)).toEqual([]);
    expect(problemsOf({ quantile: 50 }, slowestAreQuick)).toEqual([]);
  });

  test("for a success rate of 90 percent, with the number that would do", () => {
    expect(problemsOf({ target: 90 })).toEqual([
      {
        path: "alerts",
        problem:
          "page-quick can never fire: it needs a burn rate over 14.4, and with 90 % the highest possible is " +
          "1 / (1 - 0.9) = 10, when everything fails; raise the target to 93.06 or more, leave the alert out, " +
          "or make it an objective over slices of time",
      },
    ]);
    expect(problemsOf({ target: 93.06 })).toEqual([]);
  });

  test("for a score of hourly slices that should page within five minutes", () => {
    expect(problemsOf({ target: 99, alerts: ["page-quick"] }, answersAreGrounded)).toEqual([
      {
        path: "alerts",
        problem:
          "page-quick can never fire: its short window of 5m holds no slice of 1h; make the slice 5m or shorter, or leave the alert out",
      },
    ]);
  });
});

test("a slice that does not fit into a window a whole number of times is refused", () => {
  const change = { slice: "45m", alerts: ["ticket-quick"] };
  expect(problemsOf(change, slowestAreQuick)).toEqual([
    { path: "slice", problem: "45m does not fit a whole number of times into 2h, a window of ticket-quick" },
  ]);
});

describe("a mistake is refused with what was given and what is allowed", () => {
  const refused: [change: object, path: string, problem: string, base?: ObjectiveDefinition][] = [
    [
      { name: "Answers" },
      "name",
      '"Answers" is not made of 2 to 32 lower-case letters, digits and single hyphens, starting with a letter',
    ],
    [{ kind: "availability" }, "kind", '"availability" is not one of success-rate, latency, evaluation-score'],
    [{ target: 0.995 }, "target", "0.995 is a share; give a percentage: 99.5"],
    [{ target: 0.579 }, "target", "0.579 is a share; give a percentage: 57.9"],
    [
      { target: 100 },
      "target",
      "100 leaves nothing that may fail, so there is no budget to spend; give less than 100, for example 99.9",
    ],
    [{ target: "99" }, "target", '"99" is not a percentage over 0 and under 100, for example 99.5'],
    [
      { period: "90d" },
      "period",
      "there are no burn-rate windows for 90 days, only for 30, 28, 7; take one of these, or state windows",
    ],
    [{ period: "1M" }, "period", '"1M" is not one of 30d, 28d, 7d, calendar-month, calendar-week'],
    [{ period: "calendar-month", timeZone: "Sweden" }, "timeZone", '"Sweden" is no time zone such as Europe/Stockholm'],
    [{ alerts: ["page"] }, "alerts[0]", '"page" is not one of page-quick, page-slow, ticket-quick, ticket-slow'],
    [{ source: "evaluations" }, "source", '"evaluations" is not one of requests, model-calls, gateway, model-requests'],
    [
      { filtered: "bad" },
      "filtered",
      "the source requests cannot tell such requests from others; leave it out, or take the source model-calls",
    ],
    [{ throttled: "ignored" }, "throttled", '"ignored" is not one of good, bad, left-out'],
    [{ role: "api", source: "gateway" }, "role", "the source gateway does not say which program an event came from"],
    [{ only: [] }, "only", "empty; nothing would count, so leave it out for everything"],
    [
      { under: "4s" },
      "under",
      "means nothing to success-rate, only to latency-share and latency-quantile; leave it out",
    ],
    [{ noData: "good" }, "noData", '"good" is not one of quiet, fires'],
    [{ minimumEvents: 0 }, "minimumEvents", "0 is not a whole number from 1 up"],
    [{ under: undefined }, "under", "missing; for example 800ms or 4s", answersAreQuick],
    [{ under: "4" }, "under", '"4" is no time; for example 800ms or 4s', answersAreQuick],
    [
      { slice: "5m" },
      "slice",
      "means nothing to latency-share, only to latency-quantile and evaluation-score; leave it out; give quantile to count slices",
      answersAreQuick,
    ],
    [{ quantile: 0.95 }, "quantile", "0.95 is a share; give a percentage: 95", slowestAreQuick],
    [
      { quantile: "95" as unknown as number },
      "quantile",
      '"95" is not a percentage over 0 and under 100, for example 95',
      slowestAreQuick,
    ],
    [{ quantile: 100 }, "quantile", "100 is not a percentage over 0 and under 100, for example 95", slowestAreQuick],
    [
      { slice: "often" },
      "slice",
      '"often" is not a length of time that fits into a day a whole number of times, for example 5m or 1h',
      slowestAreQuick,
    ],
    [{ evaluator: "" }, "evaluator", "missing; the evaluator's name, for example groundedness", answersAreGrounded],
    [
      { atLeast: undefined },
      "atLeast",
      "missing; the mean score that a slice must reach, for example 4",
      answersAreGrounded,
    ],
  ];
  test.each(refused.map(([change, path, problem, base = answersArrive]) => [change, path, problem, base] as const))(
    "%j: %s",
    (change, path, problem, base) => {
      expect(problemsOf(change, base)).toEqual([{ path, problem }]);
    },
  );

  test("in windows of its own", () => {
    const windows = [{ severity: "page", speed: "quick", short: "2h", long: "1h", budgetPercent: 0 }];
    expect(problemsOf({ windows })).toEqual([
      { path: "windows[0].short", problem: "2h is not shorter than the long window, 1h" },
      { path: "windows[0].budgetPercent", problem: "0 is not a percentage over 0 and up to 100" },
    ]);
  });
});

test("windows of its own make a period of any length possible", () => {
  const windows = [{ severity: "ticket", speed: "slow", short: "6h", long: "3d", budgetPercent: 10 }] as const;
  expect(problemsOf({ period: "90d", windows })).toEqual([]);
  expect(
    resolveObjective({ ...answersArrive, period: "90d", windows }).rules.map((rule) => [rule.id, rule.factor]),
  ).toEqual([["ticket-slow", 3]]);
});

describe("an objective has everything decided", () => {
  test("for events: five-minute bins, and what each outcome counts for", () => {
    expect(resolveObjective(answersArrive)).toMatchObject({
      form: "success-rate",
      method: "occurrences",
      source: "requests",
      binMinutes: 5,
      minimumEvents: 20,
      minimumFailures: 5,
      minimumSamples: 1,
      noData: "quiet",
      counting: { serverErrors: "bad", throttled: "bad", filtered: "good", clientErrors: "left-out" },
    });
  });

  test("for slices: the slice is the bin, and its samples have the minimum", () => {
    expect(resolveObjective(answersAreGrounded)).toMatchObject({
      form: "evaluation-score",
      method: "timeslices",
      source: "evaluations",
      binMinutes: 60,
      minimumEvents: 1,
      minimumSamples: 5,
      period: { kind: "calendar", unit: "month", timeZone: "Europe/Stockholm" },
    });
    expect(resolveObjective(answersAreGrounded).rules.map((rule) => rule.id)).toEqual(["ticket-quick", "ticket-slow"]);
  });

  test("with bins that fit the shortest of its own windows", () => {
    const windows = [{ severity: "page", speed: "quick", short: "2m", long: "30m", budgetPercent: 1 }] as const;
    expect(resolveObjective({ ...answersArrive, windows }).binMinutes).toBe(2);
  });

  test("or is refused with all its problems at once", () => {
    expect(() => resolveObjective({ ...answersArrive, target: 100, minimumEvents: 1.5 })).toThrow(
      'objective "answers-arrive":\n' +
        "  target: 100 leaves nothing that may fail, so there is no budget to spend; give less than 100, for example 99.9\n" +
        "  minimumEvents: 1.5 is not a whole number from 1 up",
    );
  });
});
