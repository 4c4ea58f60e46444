/** The world's time. It follows the machine's clock until somebody sets or moves it. */
export class Clock {
  private shift = 0;
  private fixed: number | undefined;

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
  }
}
