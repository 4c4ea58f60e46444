import {
  type AlertSignal,
  defaultIncidentRules,
  due,
  emptyLog,
  type IncidentLog,
  type IncidentRules,
  PersonAct,
  receive,
  type Signal,
  statusOf,
} from "@ringfence/core/incidents";
import { severityNames } from "@ringfence/core/severities";
import fc from "fast-check";
import { at, fired, gone, person } from "./signals";

const rules = defaultIncidentRules;
const neverFlapping: IncidentRules = { ...rules, flapping: { firings: 1000, withinMinutes: 60, quietMinutes: 30 } };
const END = 3000;

/** An alert as it really was. */
interface Truth {
  alertId: string;
  from: number;
  to: number;
  severity: AlertSignal["severity"];
}

const truths = fc
  .array(
    fc.record({
      from: fc.integer({ min: 0, max: 1500 }),
      lasts: fc.integer({ min: 1, max: 90 }),
      severity: fc.constantFrom(...severityNames),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((alerts) =>
    alerts.map(
      ({ from, lasts, severity }, index): Truth => ({ alertId: `a${index}`, from, to: from + lasts, severity }),
    ),
  );

const firedOf = ({ alertId, from, severity }: Truth) => fired(alertId, from, { severity });
const goneOf = (truth: Truth) => gone(firedOf(truth), truth.to);

/** What should be one incident: alerts that overlap, or follow each other within the hour. */
function clusters(alerts: readonly Truth[]): string[][] {
  const found: { ids: string[]; until: number }[] = [];
  for (const alert of [...alerts].sort((a, b) => a.from - b.from)) {
    const last = found.at(-1);
    if (last !== undefined && alert.from - last.until <= rules.reopenWithinMinutes) {
      last.ids.push(alert.alertId);
      last.until = Math.max(last.until, alert.to);
    } else found.push({ ids: [alert.alertId], until: alert.to });
  }
  return sorted(found.map(({ ids }) => ids));
}

function partition(log: IncidentLog): string[][] {
  return sorted(log.incidents.map(({ alerts }) => Object.keys(alerts)));
}

function sorted(groups: readonly string[][]): string[][] {
  return groups.map((group) => [...group].sort()).sort((a, b) => ((a[0] ?? "") < (b[0] ?? "") ? -1 : 1));
}

function heard(signals: readonly Signal[], now: Date, by: IncidentRules = rules, log = emptyLog("f")): IncidentLog {
  return signals.reduce((known, signal) => due(receive(known, signal, now, by), now, by), log);
}

test("alerts heard of in any order, any number of times, make exactly the incidents that there were", () => {
  const anyOrder = truths.chain((alerts) =>
    fc.tuple(
      fc.constant(alerts),
      fc.shuffledSubarray([...alerts, ...alerts, ...alerts], { minLength: alerts.length * 3 }),
    ),
  );
  fc.assert(
    fc.property(anyOrder, ([alerts, order]) => {
      expect(partition(heard(order.map(goneOf), at(END), neverFlapping))).toEqual(clusters(alerts));
    }),
    { numRuns: 500 },
  );
});

test("with messages lost, doubled and out of order, no alert that was heard of is lost or in two incidents, no incident is split, and what is over stays over", () => {
  const messages = truths.chain((alerts) => {
    const all = alerts.flatMap((truth) => [firedOf(truth), goneOf(truth), firedOf(truth)]);
    return fc.tuple(fc.constant(alerts), fc.shuffledSubarray(all));
  });
  fc.assert(
    fc.property(messages, ([alerts, some]) => {
      const log = heard(some, at(END));
      const known = partition(log).flat();
      expect([...known].sort()).toEqual([...new Set(some.map(({ alertId }) => alertId))].sort());
      const wasHeard = alerts.filter(({ alertId }) => known.includes(alertId));
      for (const cluster of clusters(wasHeard))
        expect(log.incidents.filter(({ alerts: own }) => cluster.some((id) => own[id] !== undefined))).toHaveLength(1);
      for (const { alertId } of some.filter(({ resolvedAt }) => resolvedAt !== undefined))
        expect(log.incidents.find(({ alerts: own }) => own[alertId] !== undefined)?.alerts[alertId]).toMatchObject({
          resolvedAt: expect.any(String),
        });
      const open = log.incidents.filter((incident) => statusOf(incident, at(END), rules).state !== "resolved");
      expect(open.length).toBeLessThanOrEqual(1);
    }),
    { numRuns: 500 },
  );
});

test("a look at the true state of all alerts mends whatever was lost before", () => {
  const messages = truths.chain((alerts) =>
    fc.tuple(fc.constant(alerts), fc.shuffledSubarray(alerts.flatMap((truth) => [firedOf(truth), goneOf(truth)]))),
  );
  fc.assert(
    fc.property(messages, ([alerts, some]) => {
      const log = heard(alerts.map(goneOf), at(END), rules, heard(some, at(END - 1)));
      expect(partition(log).flat().sort()).toEqual(alerts.map(({ alertId }) => alertId).sort());
      for (const incident of log.incidents) expect(statusOf(incident, at(END), rules).state).toBe("resolved");
    }),
    { numRuns: 300 },
  );
});

/** A message heard at some minute, or only a look at the clock. */
const runs = truths.chain((alerts) => {
  const people = fc.record({
    alertId: fc.constantFrom(...alerts.map(({ alertId }) => alertId)),
    act: fc.constantFrom(...Object.values(PersonAct)),
    minute: fc.integer({ min: 0, max: END }),
  });
  const signal = fc.oneof(
    fc.constantFrom<Signal>(...alerts.flatMap((truth) => [firedOf(truth), goneOf(truth)])),
    people.map(({ alertId, act, minute }): Signal => person(alertId, act, minute)),
  );
  return fc
    .array(fc.tuple(fc.integer({ min: 0, max: END }), fc.option(signal)), { minLength: 5, maxLength: 60 })
    .map((steps) => [...steps].sort(([a], [b]) => a - b));
});

test("each level is told once an episode, and no task has another's key", () => {
  fc.assert(
    fc.property(runs, (steps) => {
      const log = steps.reduce((known, [minute, signal]) => {
        const told = signal === null ? known : receive(known, signal, at(minute), rules);
        return due(due(told, at(minute), rules), at(minute), rules);
      }, emptyLog("f"));
      const keys = log.tasks.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      for (const task of log.tasks)
        if (task.kind === "escalate") expect(Date.parse(task.at)).toBeLessThanOrEqual(at(END).getTime());
    }),
    { numRuns: 500 },
  );
});

test("hearing a signal again at once changes nothing, whatever came before", () => {
  fc.assert(
    fc.property(runs, (steps) => {
      let log = emptyLog("f");
      for (const [minute, signal] of steps) {
        if (signal !== null) log = due(receive(log, signal, at(minute), rules), at(minute), rules);
        const again = signal === null ? log : due(receive(log, signal, at(minute), rules), at(minute), rules);
        expect(again).toEqual(log);
        log = due(log, at(minute), rules);
      }
    }),
    { numRuns: 300 },
  );
});

test("under a look every second, each escalation comes exactly when its time has passed", () => {
  const offsets = fc.record({ severity: fc.constantFrom("Sev0" as const, "Sev1" as const), second: fc.nat(59) });
  fc.assert(
    fc.property(offsets, ({ severity, second }) => {
      const firedAt = new Date(at(0).getTime() + second * 1000);
      const alert = fired("a", 0, { severity, firedAt: firedAt.toISOString() });
      let log = heard([alert], firedAt);
      const seen: number[] = [];
      const { timeToAcknowledgeMinutes: minutes, escalatesTo } = rules.severities[severity];
      for (let passed = 0; passed <= minutes * 60 * (escalatesTo.length + 1); passed += 1) {
        const before = log.tasks.length;
        log = due(log, new Date(firedAt.getTime() + passed * 1000), rules);
        for (const task of log.tasks.slice(before)) if (task.kind === "escalate") seen.push(passed);
      }
      expect(seen).toEqual(escalatesTo.map((_, level) => (level + 1) * minutes * 60));
    }),
    { numRuns: 4 },
  );
});
