/** One time that a rule fired for one combination of its dimensions. Minutes are of the telemetry's axis. */
export interface Firing {
  /** The combination: `ModelDeploymentName=chat`; empty for a rule that splits by nothing. */
  of: string;
  firedAt: number;
  /** When Azure says that it is over; undefined where it still fires at the end, or is never said to be over. */
  resolvedAt?: number;
  /** The value that fired it. */
  value: number;
}
