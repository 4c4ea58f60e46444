import { MINUTE, zoneOffset } from "../telemetry";

const ISO = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?$/;
const PORTAL = /^(\d{1,2})\/(\d{1,2})\/(\d{4}),? (\d{1,2}):(\d\d)(?::\d\d(?:\.\d+)?)? ?([AP]M)?$/i;

/**
 * Reads the times of recorded files: ISO 8601 with its zone, or without one in the given zone, and the way in which
 * Azure's portal writes them (`1/5/2026, 9:04:00.000 AM`). Gives milliseconds since 1970, or undefined for what is no time.
 */
export function momentReader(timeZone: string): (value: string | number | Date) => number | undefined {
  const offsetAt = zoneOffset(timeZone);
  const local = (year: number, month: number, day: number, hour: number, minute: number): number | undefined => {
    const asUtc = Date.UTC(year, month - 1, day, hour, minute);
    const date = new Date(asUtc);
    if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || hour > 23 || minute > 59) return undefined;
    // The offset that holds at the moment itself; once more, because the first guess may lie beyond a change of clocks.
    const guess = asUtc - offsetAt(asUtc) * MINUTE;
    return asUtc - offsetAt(guess) * MINUTE;
  };
  return (value) => {
    if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.getTime();
    if (typeof value === "number") return undefined;
    const iso = ISO.exec(value.trim());
    if (iso !== null) {
      const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = iso.slice(1, 6).map(Number);
      const wall = local(year, month, day, hour, minute);
      if (wall === undefined || iso[6] === undefined) return wall;
      return Date.UTC(year, month - 1, day, hour, minute) - zoneMinutes(iso[6]) * MINUTE;
    }
    const portal = PORTAL.exec(value.trim());
    if (portal === null) return undefined;
    const [month = 0, day = 0, year = 0, written = 0, minute = 0] = portal.slice(1, 6).map(Number);
    const half = portal[6]?.toUpperCase();
    const hour = half === undefined ? written : (written % 12) + (half === "PM" ? 12 : 0);
    return local(year, month, day, hour, minute);
  };
}

function zoneMinutes(zone: string): number {
  if (zone === "Z") return 0;
  const [, sign, hours = "0", minutes = "0"] = /^([+-])(\d\d):?(\d\d)$/.exec(zone) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
