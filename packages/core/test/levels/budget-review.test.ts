import { parsePeriod, type ReviewFacts, reviewDecision, type SliCounts } from "@ringfence/core/levels";

const month = parsePeriod("calendar-month");
const rolling = parsePeriod("30d");
if (month === undefined || rolling === undefined) throw new Error("no period");

const failing = (bad: number, total: number): SliCounts => ({ good: total - bad, total });
const facts: ReviewFacts = {
  period: month,
  target: 99,
  now: new Date("2026-11-08T12:00:00Z"),
  inPeriod: failing(21, 1000),
  inLastHalf: { good: 0, total: 0 },
  observed: 1,
  minimumEvents: 100,
  lastReview: undefined,
};

describe("in a calendar month a review is due", () => {
  test("when more than half of the month's budget is gone before the month's middle", () => {
    // A quarter of the month: 1000 events become 4000 by its end, of which 40 may fail.
    expect(reviewDecision(facts)).toEqual({
      due: true,
      standing: true,
      consumed: expect.closeTo(0.525, 9),
      key: "2026-11-01T00:00:00.000Z",
    });
  });

  test("not at half of it exactly", () => {
    expect(reviewDecision({ ...facts, inPeriod: failing(20, 1000) })).toMatchObject({
      due: false,
      consumed: expect.closeTo(0.5, 9),
    });
  });

  test("up to the middle and not after it", () => {
    const spent = { ...facts, inPeriod: failing(500, 1000) };
    expect(reviewDecision({ ...spent, now: new Date("2026-11-16T00:00:00Z") }).due).toBe(true);
    expect(reviewDecision({ ...spent, now: new Date("2026-11-16T00:00:01Z") }).due).toBe(false);
  });

  test("once a month: not after a review in this one, again after one in the last", () => {
    expect(reviewDecision({ ...facts, lastReview: new Date("2026-11-03T00:00:00Z") })).toMatchObject({
      due: false,
      standing: true,
    });
    expect(reviewDecision({ ...facts, lastReview: new Date("2026-10-31T23:59:59Z") }).due).toBe(true);
  });

  test("not on too few events to say anything", () => {
    expect(reviewDecision({ ...facts, inPeriod: failing(50, 99) })).toMatchObject({ due: false, consumed: undefined });
  });

  test("by the slices of the whole month for an objective over slices", () => {
    const slices = { ...facts, slicesInPeriod: 8640 };
    expect(reviewDecision({ ...slices, inPeriod: failing(43, 2160) }).due).toBe(false);
    expect(reviewDecision({ ...slices, inPeriod: failing(44, 2160) }).due).toBe(true);
  });
});

describe("in a rolling period a review is due", () => {
  const sliding = { ...facts, period: rolling, inPeriod: failing(60, 10_000) };

  test("when its last half has spent more than half of the whole's budget", () => {
    expect(reviewDecision({ ...sliding, inLastHalf: failing(50, 5000) }).due).toBe(false);
    expect(reviewDecision({ ...sliding, inLastHalf: failing(51, 5000) })).toMatchObject({
      due: true,
      consumed: expect.closeTo(0.51, 9),
    });
  });

  test("not for what failed in its first half, which was reviewed then", () => {
    expect(reviewDecision({ ...sliding, inPeriod: failing(90, 10_000), inLastHalf: failing(10, 5000) }).due).toBe(
      false,
    );
  });

  test("once in as many days as it has", () => {
    const spent = { ...sliding, inLastHalf: failing(90, 5000) };
    const daysAgo = (days: number) => new Date(facts.now.getTime() - days * 86_400_000);
    expect(reviewDecision({ ...spent, lastReview: daysAgo(29.99) }).due).toBe(false);
    expect(reviewDecision({ ...spent, lastReview: daysAgo(30) }).due).toBe(true);
  });

  test("for a new service against the traffic of a whole period, not of its first days", () => {
    const new_ = { ...sliding, inPeriod: failing(30, 1000), inLastHalf: failing(30, 1000), observed: 0.1 };
    expect(reviewDecision(new_)).toMatchObject({ due: false, consumed: expect.closeTo(0.3, 9) });
    expect(reviewDecision({ ...new_, observed: 1 }).due).toBe(true);
  });
});
