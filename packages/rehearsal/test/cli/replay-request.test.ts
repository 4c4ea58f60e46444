import { type ReplayFlags, requestFrom } from "../../src/cli/replay/request";
import { programs, ringfence } from "./run-cli";

const flags: ReplayFlags = { report: ".replay" };

test("what is left out is left to the replay", () => {
  expect(requestFrom("infra", flags)).toEqual({ options: { directory: "infra", overrides: {} } });
});

test("numbers, thresholds and configuration are read", () => {
  const request = requestFrom(".", {
    ...flags,
    days: "30",
    seed: "0",
    callsPerMinute: "5",
    from: "2026-02-28",
    timeZone: "Europe/Berlin",
    override: ["model-down=50", "answers-arrive/burn-page-quick=1e1"],
    config: ["replicas=3"],
  });
  expect(request).toEqual({
    options: {
      directory: ".",
      days: 30,
      seed: 0,
      callsPerMinute: 5,
      from: "2026-02-28",
      timeZone: "Europe/Berlin",
      overrides: { "model-down": 50, "answers-arrive/burn-page-quick": 10 },
      config: { replicas: "3" },
    },
  });
});

test("all mistakes are said at once", () => {
  const request = requestFrom(".", {
    ...flags,
    days: "3",
    seed: "-1",
    callsPerMinute: "",
    from: "2026-02-30",
    timeZone: "Mars/Olympus",
    override: ["model-down", "model-down=many"],
  });
  expect(request).toEqual({
    problems: [
      '--days takes a whole number from 7 to 366, not "3"',
      '--seed takes a whole number from 0 to 4294967295, not "-1"',
      '--calls-per-minute takes a whole number from 1 to 1000000, not ""',
      '--from takes a day such as 2026-01-05, not "2026-02-30"',
      '--time-zone takes a zone such as Europe/Berlin, not "Mars/Olympus"',
      '--override takes alert=threshold with a number, not "model-down"',
      '--override takes alert=threshold with a number, not "model-down=many"',
    ],
  });
});

test("what is about generated data does not go with recorded data; a time zone does", () => {
  expect(requestFrom(".", { ...flags, data: "x.csv", days: "30", callsPerMinute: "5", timeZone: "UTC" })).toEqual({
    problems: [
      "--days is about generated data, and --data replays recorded data",
      "--calls-per-minute is about generated data, and --data replays recorded data",
    ],
  });
});

test("a program that stops ends with 2 and its own error, and one without an alert rule with 1", () => {
  const stopped = ringfence("replay", `${programs}/failing`, "--no-report", "--config", "how=throw");
  expect([stopped.status, stopped.stdout]).toEqual([2, ""]);
  expect(stopped.stderr).toMatch(/ringfence: the program of stack dev stops:\n[\s\S]*the region is missing/);
  const bare = ringfence("replay", `${programs}/failing`, "--no-report", "--days", "14");
  expect(bare.status).toBe(1);
  expect(bare.stdout).toContain("there is no alert rule that could be replayed");
}, 300_000);

test("a threshold for no rule ends with 2 and names it", () => {
  const { status, stderr } = ringfence("replay", `${programs}/failing`, "--no-report", "--override", "model-dwon=5");
  expect(status).toBe(2);
  expect(stderr).toContain("ringfence: no replayed rule is named model-dwon");
}, 300_000);
