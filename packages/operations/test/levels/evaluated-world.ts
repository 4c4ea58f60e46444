import type { LevelValue, ReviewEntry } from "../../src/levels";
import { structuredLog } from "../../src/observability";
import type { LogQuery } from "../../src/ports";
import { fakeClock, memoryJournal } from "../../src/testing";

const MINUTE = 60_000;

/** What the service did in a five-minute bin. */
export type Behaviour = (at: Date) => { readonly good: number; readonly total: number };

/** The ring's logs as a service of that behaviour would have filled them since it began. */
export function logsOf(behaviour: Behaviour, began: Date, binMinutes = 5): LogQuery {
  return {
    rows: async (_, from, to) => {
      const rows: Record<string, unknown>[] = [];
      const first = Math.ceil(Math.max(from.getTime(), began.getTime()) / (binMinutes * MINUTE));
      for (let bin = first; (bin + 1) * binMinutes * MINUTE <= to.getTime(); bin++) {
        const at = new Date(bin * binMinutes * MINUTE);
        const { good, total } = behaviour(at);
        if (total > 0) rows.push({ Bin: at, Good: good, Total: total, Seen: total });
      }
      return rows;
    },
  };
}

/** Everything that an evaluator needs, in memory. What is measured at a run replaces what was measured before. */
export function world(start: Date, behaviour: Behaviour, began = start) {
  const clock = fakeClock(start);
  const measured = new Map<string, number>();
  const problems: string[] = [];
  const log = structuredLog(clock, [
    ({ level, message, error }) => {
      if (level === "error") problems.push(`${message}: ${(error as { message?: string } | undefined)?.message}`);
    },
  ]);
  return {
    clock,
    log,
    dryRun: false,
    journal: memoryJournal<ReviewEntry>(),
    logs: logsOf(behaviour, began),
    measured,
    problems,
    record: (values: readonly LevelValue[]) => {
      for (const { metric, value, attributes } of values)
        measured.set([metric, ...Object.values(attributes)].join(" "), value);
    },
  };
}
