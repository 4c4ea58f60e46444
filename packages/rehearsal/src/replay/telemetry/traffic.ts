import { parameters } from "./parameters";
import type { Random } from "./random";
import { MINUTE, type TimeAxis } from "./time-axis";
import { zoneOffset } from "./zone-offset";

/** Traffic of a working day by the local hour, as a share of the busiest. */
const hours = [
  0.04, 0.03, 0.03, 0.03, 0.04, 0.08, 0.2, 0.45, 0.8, 0.95, 1, 0.95, 0.75, 0.85, 0.95, 0.9, 0.75, 0.5, 0.35, 0.28, 0.22,
  0.16, 0.1, 0.06,
];

/**
 * How busy each minute is, as a share of the week's busiest: the daily curve in the users' time zone, quiet weekends,
 * and slow swings. Daylight saving moves the curve as it moves the users.
 */
export function trafficShares(axis: TimeAxis, timeZone: string, random: Random): Float32Array {
  const { nightShare, weekendShare, swing } = parameters.traffic;
  const offsetAt = zoneOffset(timeZone);
  const shares = new Float32Array(axis.minutes);
  let level = 0;
  let offset = 0;
  for (let minute = 0; minute < axis.minutes; minute++) {
    const moment = axis.start + minute * MINUTE;
    if (minute % 60 === 0) offset = offsetAt(moment);
    if (minute % 15 === 0) {
      // Half of a swing is gone after some three hours.
      level = 0.945 * level + 0.327 * swing * random.normal();
    }
    const local = Math.floor(moment / MINUTE) + offset;
    const day = Math.floor(local / 1440);
    // 1 January 1970 was a Thursday.
    const weekend = (day + 3) % 7 >= 5;
    const ofDay = (local - day * 1440) / 60;
    const hour = Math.floor(ofDay);
    const [from = 0, to = 0] = [hours[hour], hours[(hour + 1) % 24]];
    const curve = from + (to - from) * (ofDay - hour);
    shares[minute] = Math.max(nightShare, curve * (weekend ? weekendShare : 1)) * Math.exp(level);
  }
  return shares;
}
