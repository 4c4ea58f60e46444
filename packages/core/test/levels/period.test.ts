import { longestDays, nominalDays, type Period, parsePeriod, periodText, spanAt } from "@ringfence/core/levels";

const zone = "Europe/Stockholm";
const period = (text: string, timeZone?: string): Period => {
  const parsed = parsePeriod(text, timeZone);
  if (parsed === undefined) throw new Error(`${text} is no period`);
  return parsed;
};
const span = (text: string, now: string, timeZone?: string) => {
  const { start, end } = spanAt(period(text, timeZone), new Date(now));
  return [start.toISOString(), end.toISOString()];
};

test("a rolling period ends now", () => {
  expect(span("30d", "2026-11-21T12:00:00Z")).toEqual(["2026-10-22T12:00:00.000Z", "2026-11-21T12:00:00.000Z"]);
  expect(period("4w")).toEqual({ kind: "rolling", days: 28 });
});

test("a calendar month is its time zone's, with the hour that the clocks give or take", () => {
  expect(span("calendar-month", "2026-10-31T23:30:00Z", zone)).toEqual([
    "2026-10-31T23:00:00.000Z",
    "2026-11-30T23:00:00.000Z",
  ]);
  expect(span("calendar-month", "2026-10-31T22:30:00Z", zone)).toEqual([
    "2026-09-30T22:00:00.000Z",
    "2026-10-31T23:00:00.000Z",
  ]);
});

test("a calendar week begins on Monday", () => {
  expect(span("calendar-week", "2026-11-22T12:00:00Z")).toEqual([
    "2026-11-16T00:00:00.000Z",
    "2026-11-23T00:00:00.000Z",
  ]);
});

test("a month counts as 30 days for factors and has 31 at most", () => {
  expect([nominalDays(period("calendar-month")), longestDays(period("calendar-month"))]).toEqual([30, 31]);
  expect([nominalDays(period("calendar-week")), longestDays(period("28d"))]).toEqual([7, 28]);
});

test("what is no period, and a time zone that is none, is not read", () => {
  for (const text of ["30", "0d", "1M", "month", "30 d", "-7d", "calendar-year"])
    expect([text, parsePeriod(text)]).toEqual([text, undefined]);
  expect(parsePeriod("calendar-month", "Sweden/Stockholm")).toBeUndefined();
});

test("a period is written as it is read", () => {
  for (const text of ["7d", "28d", "30d", "calendar-month", "calendar-week"])
    expect(periodText(period(text))).toBe(text);
});
