import fc from "fast-check";

/** What the vault and the owner look like at the beginning. */
export const Start = {
  /** The vault holds nothing. */
  Empty: "empty",
  /** This job wrote the newest version a month ago, and it expires in less than thirty days. */
  Due: "due",
  /** Somebody else wrote the newest version, without tags and expiry. */
  Foreign: "foreign",
  /** This job wrote it half an hour ago; its journal is lost. */
  Young: "young",
} as const;
export type Start = (typeof Start)[keyof typeof Start];

/** What happens from outside. */
export const Happening = {
  /** The event of the newest version's expiry, delivered, perhaps not for the first time. */
  Event: "event",
  /** An event of the version before, late. */
  StaleEvent: "stale-event",
  /** An event that claims an expiry of a version that is young. */
  FalseEvent: "false-event",
  Sweep: "sweep",
  /** A person renews the secret. */
  ByHand: "by-hand",
  Revoke: "revoke",
  Withdraw: "withdraw",
  /** The clocks of all workers are wrong from now on, by the hours in `value`. */
  ClockStep: "clock-step",
  /** Whoever has the lease loses it. */
  LoseLease: "lose-lease",
} as const;
export type Happening = (typeof Happening)[keyof typeof Happening];

/** What goes wrong with one call of a worker. */
export const Fault = {
  /** The worker dies before the call has its effect. */
  CrashBefore: "crash-before",
  /** It has its effect, and the worker dies before it hears so. */
  CrashAfter: "crash-after",
  /** It fails without effect. */
  FailBefore: "fail-before",
  /** It has its effect, and the answer is lost. */
  FailAfter: "fail-after",
  /** The answer is an error, and the effect comes half a minute later. */
  Late: "late",
  /** Too many requests. */
  Throttled: "throttled",
  /** Azure says yes and does nothing. */
  Ignored: "ignored",
  /** The call takes 25 seconds, the worst that a timeout allows, and its effect comes at the end. */
  Slow: "slow",
  /** The worker sleeps for ten minutes after the call, longer than its lease. */
  Stall: "stall",
} as const;
export type Fault = (typeof Fault)[keyof typeof Fault];

/** Everything that is not decided by the code under test: plain data, so that a run can be repeated. */
export interface Schedule {
  readonly start: Start;
  /** Whether the service shows a key only to the worker that made it. */
  readonly hidesKeys: boolean;
  /** Seconds until a new key works everywhere. */
  readonly propagation: number;
  /** Seconds for which a killed key still works in some places. */
  readonly lingering: number;
  readonly happenings: readonly { readonly minute: number; readonly what: Happening; readonly value: number }[];
  /** By the number of the call, of all workers together. */
  readonly faults: readonly { readonly call: number; readonly fault: Fault }[];
}

/** Minutes at which things happen: close together, around the end of the overlap, and days apart. */
const minutes = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 12 }) },
  { weight: 2, arbitrary: fc.integer({ min: 23 * 60, max: 25 * 60 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 4 * 24 * 60 }) },
);

export const schedules: fc.Arbitrary<Schedule> = fc.record({
  start: fc.constantFrom(...Object.values(Start), Start.Due, Start.Due),
  hidesKeys: fc.constantFrom(false, false, true),
  propagation: fc.constantFrom(0, 0, 5, 60, 200),
  lingering: fc.constantFrom(0, 0, 0, 20, 120),
  happenings: fc.array(
    fc.record({
      minute: minutes,
      what: fc.constantFrom(...Object.values(Happening), Happening.Event, Happening.Event, Happening.Sweep),
      value: fc.constantFrom(-48, -1, 1, 26, 72),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  faults: fc.array(
    fc.record({ call: fc.integer({ min: 0, max: 140 }), fault: fc.constantFrom(...Object.values(Fault)) }),
    { maxLength: 6 },
  ),
});
