import type { Call } from "./surface";

/** Operations that name a key in their path, as deleting a query key of AI Search does. */
const KEY_IN_PATH = /(\/deleteQueryKey\/)[^/]+/i;

/** A path as it may be written down. */
export function loggedPath(path: string): string {
  return path.replace(KEY_IN_PATH, "$1***");
}

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
