import type { ServiceLevelsArgs } from "../../src/levels/args";
import { serviceLevelsProblems } from "../../src/levels/levels-problems";
import { ringContextOf } from "../ring-contexts";
import { jobs, levelsArgs } from "./levels-args";

const good = levelsArgs(ringContextOf("prod"));
const arrive = { name: "answers-arrive", kind: "success-rate" as const, target: 99.5, period: "30d" };
const problemsOf = (change: object) => serviceLevelsProblems({ ...good, ...change } as ServiceLevelsArgs);

test("good arguments have no problem", () => {
  expect(serviceLevelsProblems(good)).toEqual([]);
});

test("an alert that can never fire is refused under its objective, with the arithmetic", () => {
  expect(problemsOf({ objectives: [{ ...arrive, target: 90 }] })).toEqual([
    {
      path: "objectives[0].alerts",
      problem:
        "page-quick can never fire: it needs a burn rate over 14.4, and with 90 % the highest possible is " +
        "1 / (1 - 0.9) = 10, when everything fails; raise the target to 93.06 or more, leave the alert out, " +
        "or make it an objective over slices of time",
    },
  ]);
});

describe("what would be missing without anybody noticing is refused", () => {
  test("where there is no evaluator and no reason", () => {
    expect(problemsOf({ jobs: undefined, objectives: [arrive] })).toEqual([
      {
        path: "jobs",
        problem:
          "missing; without the evaluator there would be no states, error budgets and the review at half of a budget, " +
          "ticket-slow of answers-arrive (a log alert of Azure's looks back two days at most); " +
          "give rotation.jobs, or say alertsOnlyBecause and leave such alerts out",
      },
    ]);
  });

  test("where there is a reason, for each alert that Azure cannot hold", () => {
    const alertsOnlyBecause = "The ring has no jobs until the platform team has a registry";
    expect(problemsOf({ jobs: undefined, objectives: [arrive], alertsOnlyBecause })).toEqual([
      {
        path: "objectives[0].alerts",
        problem:
          "ticket-slow of answers-arrive looks back further than the two days of Azure's log alerts; leave it out, or give jobs",
      },
    ]);
    const held = { ...arrive, alerts: ["page-quick", "page-slow", "ticket-quick"] };
    expect(problemsOf({ jobs: undefined, objectives: [held], alertsOnlyBecause })).toEqual([]);
    expect(problemsOf({ jobs: undefined, objectives: [held], alertsOnlyBecause: " " })).toEqual([
      { path: "alertsOnlyBecause", problem: "blank; say in one sentence why it is needed" },
    ]);
  });

  test("where both are given", () => {
    expect(problemsOf({ jobs, alertsOnlyBecause: "No registry" })).toEqual([
      { path: "alertsOnlyBecause", problem: "means nothing beside jobs, which has the evaluator; leave one out" },
    ]);
  });

  test("where the period is longer than the ring keeps its logs", () => {
    const ring = ringContextOf("sandbox");
    expect(problemsOf({ ring, objectives: [{ ...arrive, period: "calendar-month" }] })).toEqual([
      {
        path: "objectives[0].period",
        problem:
          "calendar-month has up to 31 days, and this ring keeps its logs for 30; " +
          "raise the ring's override logRetentionDays to 31 or more, or take a shorter period",
      },
    ]);
  });

  test("where nobody would hear of an alert", () => {
    const ring = { ...ringContextOf("prod"), severitiesWithReceivers: [] };
    expect(problemsOf({ ring }).map(({ path }) => path)).toEqual(["ring.severitiesWithReceivers"]);
  });
});

test("all mistakes come at once, each with its path", () => {
  const objectives = [arrive, { ...arrive, target: 100 }, "answers-are-quick"];
  expect(problemsOf({ objectives })).toEqual([
    {
      path: "objectives[1].target",
      problem: "100 leaves nothing that may fail, so there is no budget to spend; give less than 100, for example 99.9",
    },
    { path: "objectives[1].name", problem: '"answers-arrive" is the name of an objective before it; names are unique' },
    { path: "objectives[2]", problem: '"answers-are-quick" is not an object' },
  ]);
});

test("no ring and no objective are said, not thrown", () => {
  expect(serviceLevelsProblems({} as ServiceLevelsArgs)).toEqual([
    { path: "ring", problem: "missing; the ring it belongs to, `ring.context`" },
  ]);
  expect(problemsOf({ objectives: [] })).toEqual([
    { path: "objectives", problem: "empty; state at least one objective" },
  ]);
  expect(problemsOf({ objectives: undefined })).toEqual([
    { path: "objectives", problem: "empty; state at least one objective" },
  ]);
});
