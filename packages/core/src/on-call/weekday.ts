/** The days of the week, Monday first, as Azure's schedules spell them. */
export const Weekday = {
  Monday: "Monday",
  Tuesday: "Tuesday",
  Wednesday: "Wednesday",
  Thursday: "Thursday",
  Friday: "Friday",
  Saturday: "Saturday",
  Sunday: "Sunday",
} as const;
export type Weekday = (typeof Weekday)[keyof typeof Weekday];

/** All days of the week, Monday first. */
export const weekdays: readonly Weekday[] = Object.values(Weekday);

/** Monday to Friday. */
export const workingWeek: readonly Weekday[] = weekdays.slice(0, 5);
