/** Loaded before a program: its clock starts at CLOCK_STARTS where that is set, so that what is dated can be tested. */
const start = process.env.CLOCK_STARTS;

if (start !== undefined) {
  const RealDate = Date;
  const ahead = RealDate.parse(start) - RealDate.now();
  const now = () => RealDate.now() + ahead;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, key) => (key === "now" ? now : Reflect.get(target, key)),
  });
}
