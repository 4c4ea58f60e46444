import { schedulableTimeZones, timeZoneProblem, windowsTimeZone } from "@ringfence/core/time-zones";
import { DateTime } from "luxon";

test.each([
  ["UTC", "UTC"],
  ["Europe/Stockholm", "W. Europe Standard Time"],
  ["Europe/Paris", "Romance Standard Time"],
  ["America/New_York", "Eastern Standard Time"],
  ["Asia/Kolkata", "India Standard Time"],
])("Azure's schedules call the zone of %s %s", (place, windows) => {
  expect(windowsTimeZone(place)).toBe(windows);
});

test("a place that is not listed has no name, and none is invented", () => {
  expect(windowsTimeZone("Antarctica/Troll")).toBeUndefined();
  expect(windowsTimeZone("CET")).toBeUndefined();
});

test("places that share a name share their clocks, in every month", () => {
  const months = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2026, month, 15)));
  const clocks = (place: string) => months.map((day) => DateTime.fromJSDate(day, { zone: place }).offset).join();
  const firsts = new Map<string, string>();
  for (const place of schedulableTimeZones) {
    const windows = windowsTimeZone(place) ?? "";
    const first = firsts.get(windows) ?? place;
    firsts.set(windows, first);
    expect([place, clocks(place)]).toEqual([place, clocks(first)]);
  }
});

test("every listed place is one that this machine knows", () => {
  for (const place of schedulableTimeZones) expect(timeZoneProblem(place)).toBeUndefined();
  expect(timeZoneProblem("Mars/Olympus")).toBe(
    '"Mars/Olympus" is not an IANA time zone such as Europe/Stockholm or UTC',
  );
  expect(timeZoneProblem(undefined)).toBe("undefined is not an IANA time zone such as Europe/Stockholm or UTC");
});
