import type { Clock } from "@ringfence/operations/ports";
import { Fault, type Schedule } from "./schedule.ts";
import type { Timeline } from "./timeline.ts";
import { EPOCH } from "./vault.ts";

/** What an ordinary call takes. */
const LATENCY = 40;

/** The longest that a call of the adapters takes, and how long after its error an effect may still come. */
const SLOW = 25_000;
const LATE = 25_000;

/** Longer than a lease. */
const STALL = 10 * 60_000;

/** The faults that are still to come, by the number of the call. */
export class Faults {
  #calls = 0;
  readonly #byCall: ReadonlyMap<number, Fault>;
  isOff = false;

  constructor({ faults }: Schedule) {
    this.#byCall = new Map(faults.map(({ call, fault }) => [call, fault]));
  }

  next(): Fault | undefined {
    const fault = this.#byCall.get(this.#calls);
    this.#calls += 1;
    return this.isOff ? undefined : fault;
  }
}

/** A process that may die at any call, and whose clock may be wrong. */
export class Worker {
  isDead = false;

  readonly name: string;
  private readonly time: Timeline;
  private readonly faults: Faults;
  private readonly skew: () => number;

  constructor(name: string, time: Timeline, faults: Faults, skew: () => number) {
    this.name = name;
    this.time = time;
    this.faults = faults;
    this.skew = skew;
  }

  readonly clock: Clock = {
    now: () => new Date(EPOCH + this.time.now + this.skew()),
    sleep: (milliseconds) => new Promise((resolve) => this.time.after(milliseconds, () => this.wake(resolve))),
  };

  readonly stopwatch = (): number => this.time.now;

  /** One call over the network, with whatever goes wrong with it. `canBeIgnored`: Azure may say yes and do nothing. */
  call<T>(effect: () => T, ignored?: () => T): Promise<T> {
    if (this.isDead) return new Promise(() => undefined);
    const fault = this.faults.next();
    return new Promise<T>((resolve, reject) => {
      const { time } = this;
      const fail = (status: string) => this.wake(() => reject(new Error(status)));
      const answer = (run: () => T) => {
        try {
          const value = run();
          this.wake(() => resolve(value));
        } catch (error) {
          this.wake(() => reject(error));
        }
      };
      const apply = () => {
        try {
          effect();
        } catch {
          // The worker does not hear of it either way.
        }
      };
      if (fault === undefined) return time.after(LATENCY, () => answer(effect));
      const faulty: Record<Fault, () => void> = {
        [Fault.CrashBefore]: () => {
          this.isDead = true;
        },
        [Fault.CrashAfter]: () =>
          time.after(LATENCY, () => {
            this.isDead = true;
            apply();
          }),
        [Fault.FailBefore]: () => time.after(LATENCY, () => fail("500 before the effect")),
        [Fault.FailAfter]: () =>
          time.after(LATENCY, () => {
            apply();
            fail("connection reset after the effect");
          }),
        [Fault.Late]: () => {
          time.after(SLOW, () => fail("timeout"));
          time.after(SLOW + LATE, apply);
        },
        [Fault.Throttled]: () => time.after(LATENCY, () => fail("429 too many requests")),
        [Fault.Ignored]: () => time.after(LATENCY, () => answer(ignored ?? effect)),
        [Fault.Slow]: () => time.after(SLOW, () => answer(effect)),
        [Fault.Stall]: () =>
          time.after(LATENCY, () => {
            let value: T;
            try {
              value = effect();
            } catch (error) {
              return time.after(STALL, () => this.wake(() => reject(error)));
            }
            time.after(STALL, () => this.wake(() => resolve(value)));
          }),
      };
      faulty[fault]();
    });
  }

  private wake(run: () => void): void {
    if (!this.isDead) run();
  }
}
