import { stripVTControlCharacters } from "node:util";
import type { LogLine, Refusal, Verdict } from "../../document";

/** What one pass over a program finds, beside the resources themselves. */
export class Recorder {
  readonly verdicts: Verdict[] = [];
  readonly refusals: Refusal[] = [];
  readonly log: LogLine[] = [];
  readonly notes: string[] = [];
  /** What stopped the program and is neither Azure's refusal nor a policy's: its own mistakes. */
  readonly errors: string[] = [];

  note(text: string): void {
    if (!this.notes.includes(text)) this.notes.push(text);
  }

  /** A line of the log, without the colours that the SDK gives to a terminal. */
  line(severity: LogLine["severity"], message: string, urn?: string): void {
    this.log.push({ severity, message: stripVTControlCharacters(message), ...(urn ? { urn } : {}) });
  }

  /** A mistake that Pulumi's engine reports: of the program, not of a resource in Azure. */
  error(message: string, urn?: string): void {
    this.errors.push(message);
    this.line("error", message, urn);
  }
}
