import {
  endOfWorkingDay,
  isWorkingDay,
  maintenanceOver,
  openFrom,
  quietTimes,
  type WorkCalendar,
} from "@ringfence/core/on-call";

const hours = { timeZone: "Europe/Stockholm", holidays: ["2026-12-24", "2026-12-25"] };
const moment = (text: string) => new Date(text);

test("within business hours the moment itself, otherwise when they next begin, weekends and days off left out", () => {
  const inside = moment("2026-11-20T12:00:00Z");
  expect(openFrom(hours, inside)).toBe(inside);
  expect(openFrom(hours, moment("2026-11-20T16:59:59.999Z"))).toEqual(moment("2026-11-20T16:59:59.999Z"));
  expect(openFrom(hours, moment("2026-11-20T17:00:00Z"))).toEqual(moment("2026-11-23T07:00:00Z"));
  expect(openFrom(hours, moment("2026-11-23T05:00:00Z"))).toEqual(moment("2026-11-23T07:00:00Z"));
  expect(openFrom(hours, moment("2026-12-23T20:00:00Z"))).toEqual(moment("2026-12-28T07:00:00Z"));
});

test("business hours follow daylight saving", () => {
  expect(openFrom(hours, moment("2026-03-27T20:00:00Z"))).toEqual(moment("2026-03-30T06:00:00Z"));
});

test("refuses hours that never come", () => {
  expect(() => openFrom({ timeZone: "UTC", days: [] }, moment("2026-01-01T00:00:00Z"))).toThrow(
    "no business hours within 366 days",
  );
});

test("a window that happens once ends when it says", () => {
  const window = { from: "2026-12-01T22:00:00", until: "2026-12-02T02:00:00", timeZone: "Europe/Stockholm" };
  const over = (at: string) => maintenanceOver(window, moment(at));
  expect(over("2026-12-01T20:59:59Z")).toEqual(moment("2026-12-01T20:59:59Z"));
  expect(over("2026-12-01T21:00:00Z")).toEqual(moment("2026-12-02T01:00:00Z"));
  expect(over("2026-12-02T01:00:00Z")).toEqual(moment("2026-12-02T01:00:00Z"));
});

test("a weekly window over midnight belongs to the day on which it begins, and ends with the series", () => {
  const weekly = { days: ["Friday" as const], from: "22:00", until: "02:00" };
  const over = (at: string, until?: string) => maintenanceOver({ weekly, until }, moment(at));
  expect(over("2026-11-20T21:59:00Z")).toEqual(moment("2026-11-20T21:59:00Z"));
  expect(over("2026-11-20T22:00:00Z")).toEqual(moment("2026-11-21T02:00:00Z"));
  expect(over("2026-11-21T01:00:00Z")).toEqual(moment("2026-11-21T02:00:00Z"));
  expect(over("2026-11-21T22:30:00Z")).toEqual(moment("2026-11-21T22:30:00Z"));
  expect(over("2026-11-20T23:00:00Z", "2026-11-21T01:00:00")).toEqual(moment("2026-11-21T01:00:00Z"));
});

test("maintenance keeps everybody quiet, business hours only those who wait for them", () => {
  const quiet = quietTimes([{ from: "2026-11-23T06:00:00", until: "2026-11-23T09:00:00" }], hours);
  const saturday = moment("2026-11-21T03:00:00Z");
  expect(quiet(saturday, "Sev1")).toEqual(saturday);
  expect(quiet(saturday, "Sev3")).toEqual(moment("2026-11-23T09:00:00Z"));
  expect(quiet(moment("2026-11-23T06:30:00Z"), "Sev0")).toEqual(moment("2026-11-23T09:00:00Z"));
});

test("five working days after a Friday end with the next Friday, later where there are days off", () => {
  const calendar: WorkCalendar = { timeZone: "Europe/Stockholm" };
  const due = (from: string, given = calendar) => endOfWorkingDay(given, moment(from), 5).toISOString();
  expect(due("2026-11-20T12:00:00Z")).toBe("2026-11-27T22:59:59.999Z");
  expect(due("2026-11-21T12:00:00Z")).toBe("2026-11-27T22:59:59.999Z");
  expect(due("2026-12-21T12:00:00Z", { ...calendar, holidays: hours.holidays })).toBe("2026-12-30T22:59:59.999Z");
  expect(isWorkingDay(calendar, moment("2026-11-22T23:30:00Z"))).toBe(true);
  expect(isWorkingDay(calendar, moment("2026-11-22T22:30:00Z"))).toBe(false);
});
