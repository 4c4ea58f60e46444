/**
 * Loaded before a program: its clock is ahead of the machine's by the milliseconds in the file CLOCK_AHEAD, and follows
 * when they change. So the days of a rotation pass for several processes at once.
 */
const { readFileSync } = require("node:fs");

const file = process.env.CLOCK_AHEAD;
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
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, key) => (key === "now" ? now : Reflect.get(target, key)),
  });
}
