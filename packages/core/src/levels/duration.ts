const units: Readonly<Record<string, number>> = { m: 1, h: 60, d: 1440, w: 10_080 };

/** A length of time as people write it (`5m`, `6h`, `3d`, `2w`), in minutes; undefined for anything else. */
export function durationMinutes(text: string): number | undefined {
  const [, count = "", unit = ""] = /^([1-9]\d*)([mhdw])$/.exec(text) ?? [];
  const minutes = units[unit];
  return minutes === undefined ? undefined : Number(count) * minutes;
}

/** Minutes as people write them, in the longest unit that needs no fraction: 60 is `1h`, 4320 is `3d`, 90 is `90m`. */
export function durationText(minutes: number): string {
  const [unit, length] = minutes % 1440 === 0 ? ["d", 1440] : minutes % 60 === 0 ? ["h", 60] : ["m", 1];
  return `${minutes / length}${unit}`;
}
