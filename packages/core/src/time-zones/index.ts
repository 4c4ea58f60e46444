export { schedulableTimeZones, timeZoneProblem, windowsTimeZone } from "./time-zones";
