/** How the values of a signal become the number that an alert compares. */
export const SignalReading = {
  /** Percent of a histogram's measurements whose attributes match `bad`. */
  BadPercent: "bad-percent",
  /** A quantile of a histogram, 0 to 1. */
  Quantile: "quantile",
  /** Minutes since the signal was last seen. */
  MinutesSilent: "minutes-silent",
} as const;
export type SignalReading = (typeof SignalReading)[keyof typeof SignalReading];

/**
 * What an alert measures, as OpenTelemetry's semantic conventions name it. From it comes the alert's rule for
 * Prometheus, with the row's own threshold, window and unit.
 */
export interface OpenTelemetrySignal {
  /** The metric, with dots: `http.server.request.duration`. */
  readonly metric: string;
  /** The metric's unit in UCUM, as the convention states it: `s`. */
  readonly unit: "s" | "1";
  readonly reading: SignalReading;
  /** Which measurements are the bad ones: an attribute and a regular expression that its whole value matches. */
  readonly bad?: Readonly<Record<string, string>>;
  /** The quantile, 0 to 1. */
  readonly quantile?: number;
  /** What the signal's unit is multiplied with to get the row's: 1000 from seconds to milliseconds. */
  readonly scale?: number;
  /** The attributes of which each value is judged by itself. */
  readonly splitBy: readonly string[];
  /** How many measurements there must be in the window, so that the number says something. */
  readonly atLeast?: number;
}
