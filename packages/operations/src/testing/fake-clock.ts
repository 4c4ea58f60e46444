import type { Clock } from "../ports";

/** A clock that stands still until it is told to move. */
export interface FakeClock extends Clock {
  /** Moves forward and wakes who sleeps until then, in the order of their times. */
  advance(milliseconds: number): Promise<void>;
  /** Jumps to a moment, earlier or later, and wakes nobody: what a step of the system's clock does. */
  step(to: Date): void;
  /** How many sleep now. */
  readonly sleepers: number;
}

/** How a fake clock behaves. */
export interface FakeClockOptions {
  /** Whether sleeping moves the clock at once, so that nobody needs to; false if left out. */
  readonly skipsSleep?: boolean;
}

/** A clock for tests; it begins on 2026-01-01 unless told otherwise. */
export function fakeClock(
  start: Date = new Date("2026-01-01T00:00:00Z"),
  { skipsSleep = false }: FakeClockOptions = {},
): FakeClock {
  let now = start.getTime();
  // Sleeping is measured on a time of its own, which a step of the clock does not touch.
  let elapsed = 0;
  let asleep: { until: number; wake: () => void }[] = [];
  const pass = (milliseconds: number) => {
    now += milliseconds;
    elapsed += milliseconds;
  };
  return {
    now: () => new Date(now),
    sleep: async (milliseconds) => {
      if (skipsSleep) return pass(Math.max(0, milliseconds));
      return new Promise((resolve) => asleep.push({ until: elapsed + milliseconds, wake: resolve }));
    },
    advance: async (milliseconds) => {
      const end = elapsed + milliseconds;
      await settle();
      for (;;) {
        const due = asleep.filter(({ until }) => until <= end).sort((a, b) => a.until - b.until)[0];
        if (!due) break;
        pass(Math.max(0, due.until - elapsed));
        asleep = asleep.filter((sleeper) => sleeper !== due);
        due.wake();
        await settle();
      }
      pass(end - elapsed);
    },
    step: (to) => {
      now = to.getTime();
    },
    get sleepers() {
      return asleep.length;
    },
  };
}

/** Lets everything that waits for a promise run until it waits for something else. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
