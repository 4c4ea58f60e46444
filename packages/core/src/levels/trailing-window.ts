import { nothingSeen, type SliCounts } from "./counts";

/**
 * What the last so many bins showed, kept up to date in constant time a bin: the newest is added, the one that leaves
 * is taken away. Counts are whole numbers, so nothing is lost by that.
 */
export class TrailingWindow {
  private readonly bins: SliCounts[];
  private next = 0;
  private good = 0;
  private total = 0;

  /** @throws RangeError where the length is no whole number of bins from 1 up. */
  constructor(readonly length: number) {
    if (!Number.isInteger(length) || length < 1)
      throw new RangeError(`a window of ${length} bins; give a whole number from 1 up`);
    this.bins = new Array<SliCounts>(length).fill(nothingSeen);
  }

  push(bin: SliCounts): void {
    const leaving = this.bins[this.next] ?? nothingSeen;
    this.good += bin.good - leaving.good;
    this.total += bin.total - leaving.total;
    this.bins[this.next] = bin;
    this.next = (this.next + 1) % this.length;
  }

  get counts(): SliCounts {
    return { good: this.good, total: this.total };
  }
}
