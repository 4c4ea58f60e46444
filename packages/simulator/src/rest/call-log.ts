import type { Call } from "./surface";

/** The calls that came through the door, the oldest first. Keys, tokens, headers and bodies are never in it. */
export class CallLog {
  private readonly calls: Call[] = [];

  /** @param limit how many calls are kept; the oldest go first. */
  constructor(private readonly limit = 100_000) {}

  add(call: Call): void {
    this.calls.push(call);
    if (this.calls.length > this.limit * 1.1) this.calls.splice(0, this.calls.length - this.limit);
  }

  list(): readonly Call[] {
    return this.calls;
  }

  clear(): void {
    this.calls.length = 0;
  }
}
