import type { Incident } from "./incident";

/** How strong an incident is in each of its minutes, 0 to 1: its ramp, and its coming and going. */
export function strengthOf(
  { minutes, rampMinutes, flaps }: Pick<Incident, "minutes" | "rampMinutes" | "flaps">,
  leadMinutes = 0,
): Float32Array {
  const strength = new Float32Array(minutes + leadMinutes);
  for (let minute = 0; minute < strength.length; minute++) {
    const ramp = rampMinutes === 0 ? 1 : Math.min(1, (minute + 1) / rampMinutes);
    const on = flaps === undefined || minute % (flaps.on + flaps.off) < flaps.on;
    strength[minute] = on ? ramp : 0;
  }
  return strength;
}
