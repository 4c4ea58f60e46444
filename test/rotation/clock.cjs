/**
 * Loaded before a program: its clock is ahead of the machine's by the milliseconds in the file CLOCK_AHEAD, and follows
 * when they change. So the days of a rotation pass for several processes at once.
 */
const { readFileSync } = require("node:fs");
const timers = require("node:timers/promises");

const file = process.env.CLOCK_AHEAD;
/** A sleep from here on, in milliseconds, ends when this clock has come so far, and not the machine's. */
const LONG = 5_000;
/** How long what was read is taken to be true, in milliseconds. */
const FRESH = 20;

if (file !== undefined) {
  const RealDate = Date;
  let ahead = 0;
  let readAt = -FRESH;
  const now = () => {
    if (performance.now() - readAt >= FRESH) {
      ahead = Number(readFileSync(file, "utf8"));
      readAt = performance.now();
    }
    return RealDate.now() + ahead;
  };
  const sleep = timers.setTimeout;
  timers.setTimeout = async (milliseconds, value, options) => {
    if (!(milliseconds >= LONG)) return sleep(milliseconds, value, options);
    const until = now() + milliseconds;
    while (now() < until) await sleep(FRESH, undefined, options);
    return value;
  };
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, key) => (key === "now" ? now : Reflect.get(target, key)),
  });
}
