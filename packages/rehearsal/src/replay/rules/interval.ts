import { minutesOf } from "@ringfence/core/alerts";

/** Minutes of an ISO 8601 duration that Azure Monitor takes; undefined for any other text. */
export function intervalMinutes(duration: string | undefined): number | undefined {
  return duration !== undefined && Object.hasOwn(minutesOf, duration)
    ? minutesOf[duration as keyof typeof minutesOf]
    : undefined;
}
