/**
 * Says by how many minutes a time zone is ahead of UTC. The zone's own calendar decides, daylight saving included.
 * Throws a RangeError for a zone that does not exist.
 */
export function zoneOffset(timeZone: string): (moment: number) => number {
  const format = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
  return (moment) => {
    const name = format.formatToParts(moment).find(({ type }) => type === "timeZoneName")?.value ?? "GMT";
    const [, sign, hours = "0", minutes = "0"] = /^GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
    const offset = Number(hours) * 60 + Number(minutes);
    return sign === "-" ? -offset : offset;
  };
}
