/** The world's time. It follows the machine's clock until somebody sets or moves it. */
export class Clock {
  private shift = 0;
  private readonly fixed: number | undefined;
  private readonly listeners = new Set<() => void>();

  /** @param start the moment at which time stands still; left out, time passes as usual. */
  constructor(start?: Date) {
    this.fixed = start?.getTime();
  }

  now(): Date {
    return new Date((this.fixed ?? Date.now()) + this.shift);
  }

  /** The moment, as Azure writes it. */
  iso(): string {
    return this.now().toISOString();
  }

  /** Moves time forward by the given milliseconds. */
  advance(milliseconds: number): void {
    this.shift += milliseconds;
    for (const listener of this.listeners) listener();
  }

  /** Calls a function whenever time is moved, until the returned function is called. */
  onAdvance(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
