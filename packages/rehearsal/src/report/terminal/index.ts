export { paintFor, printable, takesColours } from "./paint";
export { type SummaryStyle, terminalSummary } from "./summary";
