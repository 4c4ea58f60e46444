import { defaultIncidentRules, done, due, PersonAct, partDone, receive, statusOf } from "@ringfence/core/incidents";
import { after, asked, at, fired, gone, type Heard, person } from "./signals";

const rules = defaultIncidentRules;
const alert = fired("a1", 0);

function stateAt(minute: number, heard: readonly Heard[]) {
  const [incident] = after(heard).incidents;
  return incident && statusOf(incident, at(minute), rules).state;
}

test("an alert opens an incident, a person takes and mitigates it, the alert's end resolves it", () => {
  const heard: Heard[] = [[1, alert]];
  expect(stateAt(1, heard)).toBe("open");
  expect(stateAt(4, [...heard, [4, person("a1", PersonAct.Acknowledge, 4)]])).toBe("acknowledged");
  expect(stateAt(9, [...heard, [9, person("a1", PersonAct.Mitigate, 9)]])).toBe("mitigated");
  expect(stateAt(30, [...heard, [30, gone(alert, 28)]])).toBe("resolved");
});

test("a mitigated incident is not resolved while its alert fires, and a new alert undoes the mitigation", () => {
  const heard: Heard[] = [[1, alert], [9, person("a1", PersonAct.Mitigate, 9)], [600]];
  expect(stateAt(600, heard)).toBe("mitigated");
  expect(stateAt(601, [...heard, [601, fired("a2", 601)]])).toBe("acknowledged");
});

test("first tells after the group's wait, then what is new after the group's interval, and the end", () => {
  expect(asked(after([[0, alert]]))).toEqual([]);
  expect(asked(after([[0, alert], [0.49]]))).toEqual([]);
  expect(asked(after([[0, alert], [0.5]]))).toEqual(["notify firing", "open-work-item"]);
  const second: Heard[] = [[0, alert], [0.5], [2, fired("a2", 2)]];
  expect(asked(after([...second, [5.49]]))).toHaveLength(2);
  expect(asked(after([...second, [5.5]])).slice(2)).toEqual(["notify firing"]);
  const over: Heard[] = [...second, [5.5], [8, gone(alert, 8), gone(fired("a2", 2), 8)], [10.5]];
  expect(asked(after(over)).slice(3)).toEqual(["close-work-item", "notify resolved"]);
});

test("reminds of what nobody has taken, and of nothing that somebody has", () => {
  const sev4 = fired("a1", 0, { severity: "Sev4" });
  const minutes = [0.5, 240, 241, 481, 482].map((minute): Heard => [minute]);
  expect(asked(after([[0, sev4], ...minutes]))).toEqual([
    "notify firing",
    "open-work-item",
    "notify reminder",
    "notify reminder",
  ]);
  const taken: Heard = [1, person("a1", PersonAct.Acknowledge, 1)];
  expect(asked(after([[0, sev4], taken, ...minutes]))).toEqual(["notify firing", "open-work-item"]);
});

test("escalates each level once, exactly when its time has passed, and not before", () => {
  const first: Heard[] = [[0, alert]];
  const escalations = (heard: readonly Heard[]) => asked(after(heard)).filter((ask) => ask.startsWith("escalate"));
  expect(escalations([...first, [14.999]])).toEqual([]);
  expect(escalations([...first, [15]])).toEqual(["escalate Sev1 acknowledge 1"]);
  expect(escalations([...first, [15], [29.999], [29.999]])).toEqual(["escalate Sev1 acknowledge 1"]);
  const both = ["escalate Sev1 acknowledge 1", "escalate Sev1 acknowledge 2"];
  expect(escalations([...first, [15], [30], [31], [60], [239]])).toEqual(both);
  expect(escalations([...first, [239]])).toEqual(both);
  expect(escalations([...first, [239], [240], [500]])).toEqual([...both, "escalate Sev1 mitigate 2"]);
});

test("taking it in time stops the escalation; the time to mitigate runs on", () => {
  const log = after([[0, alert], [14, person("a1", PersonAct.Acknowledge, 14)], [100], [239.9]]);
  expect(asked(log).filter((ask) => ask.startsWith("escalate"))).toEqual([]);
  expect(asked(after([[240]], rules, log)).at(-1)).toBe("escalate Sev1 mitigate 2");
});

test("taken at the last moment is in time, a moment later is not", () => {
  const promiseAt = (minute: number) => {
    const [incident] = after([
      [0, alert],
      [minute, person("a1", PersonAct.Acknowledge, minute)],
    ]).incidents;
    return incident && statusOf(incident, at(60), rules).promises[0];
  };
  expect(promiseAt(15)).toMatchObject({ keptAt: at(15).getTime(), dueAt: at(15).getTime() });
  expect(promiseAt(15.01)?.keptAt).toBeGreaterThan(at(15).getTime());
});

test("a worse alert raises the severity, asks to be taken anew, and has its own deadlines", () => {
  const mild = fired("a1", 0, { severity: "Sev3" });
  const worse = fired("a2", 100, { severity: "Sev0" });
  const heard: Heard[] = [
    [0, mild],
    [50, person("a1", PersonAct.Acknowledge, 50)],
    [100, worse],
  ];
  const [incident] = after(heard).incidents;
  const status = incident && statusOf(incident, at(101), rules);
  expect(status).toMatchObject({ severity: "Sev0", state: "open" });
  const escalations = asked(after([...heard, [104.9], [105]])).filter((ask) => ask.startsWith("escalate"));
  expect(escalations).toEqual(["escalate Sev0 acknowledge 1"]);
});

test("the worse alert's end does not lower the severity", () => {
  const worse = fired("a2", 1, { severity: "Sev0" });
  const [incident] = after([
    [0, fired("a1", 0, { severity: "Sev3" })],
    [1, worse],
    [9, gone(worse, 9)],
  ]).incidents;
  expect(incident && statusOf(incident, at(9), rules).severity).toBe("Sev0");
});

test("the end of an alert closes the incident of that alert, and only when all its alerts are gone", () => {
  const heard: Heard[] = [
    [0, alert, fired("a2", 1)],
    [9, gone(alert, 9)],
  ];
  expect(stateAt(9, heard)).toBe("open");
  expect(stateAt(10, [...heard, [10, gone(fired("a2", 1), 10)]])).toBe("resolved");
});

test("an alert within the hour reopens the incident with new clocks, a later one opens another", () => {
  const over: Heard[] = [[0, alert], [1], [20, gone(alert, 20)], [26]];
  const again = after([...over, [80, fired("a2", 80)], [81], [95]]);
  expect(again.incidents).toHaveLength(1);
  expect(again.incidents[0]).toMatchObject({ episode: 2, episodeFrom: at(80).toISOString() });
  expect(asked(again).slice(-3)).toEqual(["notify reopened", "open-work-item", "escalate Sev1 acknowledge 1"]);
  const anew = after([...over, [80.1, fired("a2", 80.1)]]);
  expect(anew.incidents.map(({ episode }) => episode)).toEqual([1, 1]);
});

test("an alert that comes and goes stays one incident until it has been quiet", () => {
  const alerts = [0, 10, 20, 30].map((minute) => gone(fired(`a${minute}`, minute), minute + 3));
  const flapping: Heard[] = [
    ...alerts.flatMap((one): Heard[] => [
      [Date.parse(one.firedAt) / 60_000 - at(0).getTime() / 60_000, { ...one, resolvedAt: undefined }],
      [(Date.parse(one.resolvedAt ?? "") - at(0).getTime()) / 60_000, one],
    ]),
  ];
  expect(stateAt(62, [...flapping, [62]])).toBe("open");
  expect(stateAt(63, [...flapping, [63]])).toBe("resolved");
  const told = asked(after([...flapping, [40], [50], [62], [63], [90]])).filter((ask) => ask.startsWith("notify"));
  expect(told.filter((ask) => ask === "notify flapping")).toHaveLength(1);
  expect(told.at(-1)).toBe("notify resolved");
});

test("a person who closes the incident resolves it though the alert fires on; the next alert reopens it", () => {
  const closed: Heard[] = [
    [0, alert],
    [10, person("a1", PersonAct.Resolve, 10)],
  ];
  expect(stateAt(11, [...closed, [11, alert]])).toBe("resolved");
  expect(stateAt(12, [...closed, [12, fired("a2", 12)]])).toBe("open");
});

test("what a person did about an alert that is heard of later counts", () => {
  expect(
    stateAt(6, [
      [5, person("a1", PersonAct.Acknowledge, 5)],
      [6, alert],
    ]),
  ).toBe("acknowledged");
});

test("an alert between two incidents shows that they are one", () => {
  const log = after([
    [1, alert],
    [6, gone(alert, 5)],
    [100, fired("a3", 100)],
    [101, gone(fired("a2", 50), 90)],
  ]);
  expect(log.incidents).toHaveLength(1);
  expect(Object.keys(log.incidents[0]?.alerts ?? {}).sort()).toEqual(["a1", "a2", "a3"]);
});

test("what is over before it is heard of is kept, and tells nobody", () => {
  const log = after([[30, gone(alert, 5)], [31], [60]]);
  expect(log.incidents).toHaveLength(1);
  expect(log.tasks).toEqual([]);
});

test("in a quiet time nobody is told, and clocks run from its end", () => {
  const opensAt = at(360);
  const quiet = (moment: Date) => (moment < opensAt ? opensAt : moment);
  const withHours = { ...rules, quiet };
  const heard: Heard[] = [[0, alert], [1], [359.9]];
  expect(asked(after(heard, withHours))).toEqual(["open-work-item"]);
  expect(asked(after([...heard, [360]], withHours))).toEqual(["open-work-item", "notify firing"]);
  expect(asked(after([...heard, [374.9]], withHours))).toHaveLength(2);
  expect(asked(after([...heard, [375]], withHours)).at(-1)).toBe("escalate Sev1 acknowledge 1");
});

test("a task stays until it is confirmed, and confirming it twice is harmless", () => {
  const log = after([[0, alert], [1], [2], [3]]);
  expect(log.tasks).toHaveLength(2);
  const [first] = log.tasks;
  const one = done(log, first?.key ?? "");
  expect(done(one, first?.key ?? "").tasks).toHaveLength(1);
  expect(due(one, at(4), rules).tasks).toHaveLength(1);
});

test("a rule that fires anew every minute neither grows the log without end nor tells of it every time", () => {
  const alerts = Array.from({ length: 300 }, (_, minute) => gone(fired(`a${minute}`, minute), minute + 1));
  const log = after(alerts.map((one, minute): Heard => [minute + 1, one]));
  const again = alerts.reduce((known, one) => receive(known, one, at(301), rules), log);
  expect(again.incidents).toHaveLength(1);
  expect(Object.keys(again.incidents[0]?.alerts ?? {}).length).toBeLessThanOrEqual(102);
  expect(statusOf(again.incidents[0] ?? fail("no incident"), at(301), rules).openedAt).toBe(at(0).getTime());
  expect(asked(again).filter((ask) => ask.startsWith("notify")).length).toBeLessThanOrEqual(4);
});

test("forgets what Azure has forgotten, but neither what is to be done nor what is to be reviewed", () => {
  const days = (count: number) => count * 24 * 60;
  const mild = fired("a1", 0, { severity: "Sev3" });
  const log = after([[0, mild], [1], [20, gone(mild, 20)], [26]]);
  expect(after([[days(32)]], rules, log).incidents).toHaveLength(1);
  const settled = (known: typeof log) => known.tasks.reduce((left, task) => done(left, task.key), known);
  expect(after([[days(32)]], rules, settled(log)).incidents).toEqual([]);
  const forgotten = after([[days(32)]], rules, settled(log));
  expect(receive(forgotten, gone(mild, 20), at(days(32)), rules).incidents).toEqual([]);
  const reviewed = settled(after([[0, alert], [1], [20, gone(alert, 20)], [26]]));
  expect(after([[days(179)]], rules, reviewed).incidents).toHaveLength(1);
  expect(after([[days(181)]], rules, reviewed).incidents).toEqual([]);
});

test("an alert's state is read once: that it still says so later does not take what came in between", () => {
  const state = (minute: number) => ({ ...person("a1", PersonAct.Acknowledge, minute), isState: true });
  const worse = fired("a2", 20, { severity: "Sev0" });
  expect(
    stateAt(25, [
      [0, alert],
      [5, state(5)],
      [20, worse],
      [25, state(25)],
    ]),
  ).toBe("open");
  expect(
    stateAt(25, [
      [0, alert],
      [5, state(5)],
      [20, worse],
      [25, person("a1", PersonAct.Acknowledge, 25)],
    ]),
  ).toBe("acknowledged");
});

test("a task of several parts keeps what has been done of it", () => {
  const log = after([[0, alert], [1]]);
  const key = log.tasks[0]?.key ?? "";
  const twice = partDone(partDone(log, key, "pager"), key, "pager");
  expect(twice.tasks[0]?.doneParts).toEqual(["pager"]);
  expect(partDone(log, "none", "pager")).toEqual(log);
});

function fail(message: string): never {
  throw new Error(message);
}
