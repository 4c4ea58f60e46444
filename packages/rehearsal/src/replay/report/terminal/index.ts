export { type ReplayStyle, replaySummary } from "./summary";
