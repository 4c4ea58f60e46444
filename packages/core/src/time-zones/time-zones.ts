import { IANAZone } from "luxon";

/**
 * The name that Windows gives a time zone, by the IANA names of places in it. Azure's schedules know the former, people
 * and every other system the latter (Unicode CLDR, common/supplemental/windowsZones.xml).
 * Places whose law has left the zone that the name stands for are not listed: Alberta and British Columbia keep summer
 * time all year from 2026 on.
 */
const placesOf: Readonly<Record<string, readonly string[]>> = {
  UTC: ["UTC", "Etc/UTC"],
  "GMT Standard Time": ["Europe/London", "Europe/Dublin", "Europe/Lisbon", "Atlantic/Madeira", "Atlantic/Canary"],
  "Greenwich Standard Time": ["Atlantic/Reykjavik", "Africa/Abidjan", "Africa/Accra", "Africa/Dakar"],
  "W. Europe Standard Time": [
    "Europe/Berlin",
    "Europe/Amsterdam",
    "Europe/Luxembourg",
    "Europe/Monaco",
    "Europe/Oslo",
    "Europe/Rome",
    "Europe/Stockholm",
    "Europe/Vaduz",
    "Europe/Vienna",
    "Europe/Zurich",
  ],
  "Romance Standard Time": ["Europe/Paris", "Europe/Brussels", "Europe/Copenhagen", "Europe/Madrid"],
  "Central Europe Standard Time": [
    "Europe/Budapest",
    "Europe/Belgrade",
    "Europe/Bratislava",
    "Europe/Ljubljana",
    "Europe/Prague",
    "Europe/Tirane",
  ],
  "Central European Standard Time": ["Europe/Warsaw", "Europe/Sarajevo", "Europe/Skopje", "Europe/Zagreb"],
  "W. Central Africa Standard Time": ["Africa/Lagos", "Africa/Algiers", "Africa/Luanda", "Africa/Tunis"],
  "GTB Standard Time": ["Europe/Bucharest", "Europe/Athens", "Asia/Nicosia"],
  "FLE Standard Time": [
    "Europe/Kiev",
    "Europe/Kyiv",
    "Europe/Helsinki",
    "Europe/Riga",
    "Europe/Sofia",
    "Europe/Tallinn",
    "Europe/Vilnius",
  ],
  "South Africa Standard Time": ["Africa/Johannesburg", "Africa/Harare", "Africa/Maputo", "Africa/Lusaka"],
  "Egypt Standard Time": ["Africa/Cairo"],
  "Israel Standard Time": ["Asia/Jerusalem"],
  "Turkey Standard Time": ["Europe/Istanbul"],
  "Arab Standard Time": ["Asia/Riyadh", "Asia/Bahrain", "Asia/Kuwait", "Asia/Qatar"],
  "E. Africa Standard Time": ["Africa/Nairobi", "Africa/Addis_Ababa", "Africa/Kampala", "Africa/Dar_es_Salaam"],
  "Arabian Standard Time": ["Asia/Dubai", "Asia/Muscat"],
  "Pakistan Standard Time": ["Asia/Karachi"],
  "India Standard Time": ["Asia/Calcutta", "Asia/Kolkata"],
  "Sri Lanka Standard Time": ["Asia/Colombo"],
  "Bangladesh Standard Time": ["Asia/Dhaka"],
  "SE Asia Standard Time": ["Asia/Bangkok", "Asia/Jakarta", "Asia/Saigon", "Asia/Ho_Chi_Minh"],
  "China Standard Time": ["Asia/Shanghai", "Asia/Hong_Kong", "Asia/Macau"],
  "Singapore Standard Time": ["Asia/Singapore", "Asia/Kuala_Lumpur", "Asia/Manila"],
  "Taipei Standard Time": ["Asia/Taipei"],
  "W. Australia Standard Time": ["Australia/Perth"],
  "Tokyo Standard Time": ["Asia/Tokyo"],
  "Korea Standard Time": ["Asia/Seoul"],
  "Cen. Australia Standard Time": ["Australia/Adelaide"],
  "AUS Central Standard Time": ["Australia/Darwin"],
  "E. Australia Standard Time": ["Australia/Brisbane"],
  "AUS Eastern Standard Time": ["Australia/Sydney", "Australia/Melbourne"],
  "Tasmania Standard Time": ["Australia/Hobart"],
  "New Zealand Standard Time": ["Pacific/Auckland"],
  "E. South America Standard Time": ["America/Sao_Paulo"],
  "Argentina Standard Time": ["America/Buenos_Aires", "America/Argentina/Buenos_Aires"],
  "Pacific SA Standard Time": ["America/Santiago"],
  "SA Pacific Standard Time": ["America/Bogota", "America/Lima", "America/Panama", "America/Jamaica"],
  "Newfoundland Standard Time": ["America/St_Johns"],
  "Atlantic Standard Time": ["America/Halifax", "Atlantic/Bermuda"],
  "Eastern Standard Time": ["America/New_York", "America/Toronto", "America/Detroit"],
  "Central Standard Time": ["America/Chicago", "America/Winnipeg"],
  "Central Standard Time (Mexico)": ["America/Mexico_City", "America/Monterrey"],
  "Canada Central Standard Time": ["America/Regina"],
  "Mountain Standard Time": ["America/Denver", "America/Boise"],
  "US Mountain Standard Time": ["America/Phoenix"],
  "Pacific Standard Time": ["America/Los_Angeles"],
  "Alaskan Standard Time": ["America/Anchorage"],
  "Hawaiian Standard Time": ["Pacific/Honolulu"],
};

const windowsNames = new Map(
  Object.entries(placesOf).flatMap(([windows, places]) => places.map((place) => [place, windows] as const)),
);

/** The places whose time zone Azure's schedules can be given. */
export const schedulableTimeZones: readonly string[] = [...windowsNames.keys()].sort();

/** What Azure's schedules call the time zone of a place such as `Europe/Stockholm`; undefined for one not listed. */
export function windowsTimeZone(place: string): string | undefined {
  return windowsNames.get(place);
}

/** What is wrong with a time zone that only our own code reads; undefined when nothing is. */
export function timeZoneProblem(zone: unknown): string | undefined {
  if (typeof zone === "string" && IANAZone.isValidZone(zone)) return undefined;
  return `${JSON.stringify(zone)} is not an IANA time zone such as Europe/Stockholm or UTC`;
}
