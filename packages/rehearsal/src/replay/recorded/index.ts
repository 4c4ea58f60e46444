export { type RecordedTelemetry, readRecorded } from "./read-recorded";
