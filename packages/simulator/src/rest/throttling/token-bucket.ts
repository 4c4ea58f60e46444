/** How many calls may come at once, and how fast the allowance grows again. */
export interface Allowance {
  /** Calls that may come at once. */
  size: number;
  /** Calls that are allowed again each second. */
  perSecond: number;
}

/** A token bucket by the machine's clock: whoever is told to wait waits by it. */
export class TokenBucket {
  private tokens: number;
  private at = performance.now();

  constructor(private readonly allowance: Allowance) {
    this.tokens = allowance.size;
  }

  /** How many calls may come right now. */
  get remaining(): number {
    return Math.max(0, Math.floor(this.tokens));
  }

  /** Takes one token; 0 when there was one, else the seconds until there is. */
  take(): number {
    const { size, perSecond } = this.allowance;
    const now = performance.now();
    this.tokens = Math.min(size, this.tokens + ((now - this.at) / 1000) * perSecond);
    this.at = now;
    if (this.tokens >= 1) {
      this.tokens -= 1;
      return 0;
    }
    return (1 - this.tokens) / perSecond;
  }
}
