import { Handover, onCallAt, type Rotation, shiftAt } from "@ringfence/core/on-call";
import fc from "fast-check";

const weekly: Rotation = {
  name: "primary",
  people: ["ada", "grace", "linus"],
  handover: Handover.Weekly,
  startsOn: "2026-01-05",
  handoverAt: "09:00",
  timeZone: "Europe/Stockholm",
};
const moment = (text: string) => new Date(text);

test("hands over at the local time of the handover, and not a moment earlier", () => {
  expect(onCallAt(weekly, moment("2026-01-05T08:00:00Z"))).toBe("ada");
  expect(onCallAt(weekly, moment("2026-01-12T07:59:59.999Z"))).toBe("ada");
  expect(onCallAt(weekly, moment("2026-01-12T08:00:00Z"))).toBe("grace");
  expect(onCallAt(weekly, moment("2026-01-26T08:00:00Z"))).toBe("ada");
});

test("keeps the local time when daylight saving begins and ends, so that a shift is an hour shorter or longer", () => {
  const hours = (at: string) => {
    const { from, until } = shiftAt(weekly, moment(at));
    return (until.getTime() - from.getTime()) / 3_600_000;
  };
  expect(hours("2026-03-25T12:00:00Z")).toBe(7 * 24 - 1);
  expect(hours("2026-10-21T12:00:00Z")).toBe(7 * 24 + 1);
  expect(hours("2026-06-10T12:00:00Z")).toBe(7 * 24);
  expect(shiftAt(weekly, moment("2026-07-01T12:00:00Z")).from).toEqual(moment("2026-06-29T07:00:00Z"));
});

test("a daily rotation takes turns by days", () => {
  const daily = { ...weekly, handover: Handover.Daily, timeZone: "America/New_York" };
  expect(onCallAt(daily, moment("2026-01-05T14:00:00Z"))).toBe("ada");
  expect(onCallAt(daily, moment("2026-01-06T13:59:00Z"))).toBe("ada");
  expect(onCallAt(daily, moment("2026-01-06T14:00:00Z"))).toBe("grace");
});

test("the last override that fits stands in, in local time", () => {
  const overrides = [
    { from: "2026-06-30T09:00:00", until: "2026-07-03T09:00:00", person: "margaret" },
    { from: "2026-07-02T00:00:00", until: "2026-07-03T00:00:00", person: "edsger" },
  ];
  const swapped = { ...weekly, overrides };
  expect(onCallAt(swapped, moment("2026-06-30T06:59:59Z"))).toBe(onCallAt(weekly, moment("2026-06-30T06:59:59Z")));
  expect(onCallAt(swapped, moment("2026-06-30T07:00:00Z"))).toBe("margaret");
  expect(onCallAt(swapped, moment("2026-07-02T12:00:00Z"))).toBe("edsger");
  expect(onCallAt(swapped, moment("2026-07-02T22:00:00Z"))).toBe("margaret");
});

test("shifts follow each other without gap or overlap, whatever the zone and the time of the handover", () => {
  const zones = fc.constantFrom("Europe/Stockholm", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "UTC");
  const times = fc.constantFrom("00:00", "02:30", "09:00", "23:45");
  const moments = fc.date({
    min: moment("2025-01-01T00:00:00Z"),
    max: moment("2028-01-01T00:00:00Z"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(
      zones,
      times,
      fc.constantFrom(...Object.values(Handover)),
      moments,
      (timeZone, handoverAt, handover, at) => {
        const rotation = { ...weekly, timeZone, handoverAt, handover };
        const shift = shiftAt(rotation, at);
        expect(shift.from <= at && at < shift.until).toBe(true);
        const next = shiftAt(rotation, shift.until);
        expect(next.from).toEqual(shift.until);
        expect(next.person).not.toBe(shift.person);
      },
    ),
    { numRuns: 300 },
  );
});
