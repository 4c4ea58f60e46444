import { createHash } from "node:crypto";

/** Bytes that depend on the words alone: a rehearsal gives the same "random" values every time it is run. */
export class SeededBytes {
  private block = 0;
  private pool = Buffer.alloc(0);

  constructor(private readonly words: string) {}

  take(count: number): Buffer {
    while (this.pool.length < count) {
      const next = createHash("sha256").update(`${this.block}\n${this.words}`).digest();
      this.pool = Buffer.concat([this.pool, next]);
      this.block += 1;
    }
    const taken = this.pool.subarray(0, count);
    this.pool = this.pool.subarray(count);
    return taken;
  }

  /** A whole number from 0 up to, but not, the limit; every one as likely as the others. */
  below(limit: number): number {
    const range = 2 ** 48;
    const fair = range - (range % limit);
    let value = this.take(6).readUIntBE(0, 6);
    while (value >= fair) value = this.take(6).readUIntBE(0, 6);
    return value % limit;
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)] as Item;
  }

  /** The items in another order. */
  shuffle<Item>(items: readonly Item[]): Item[] {
    const rest = [...items];
    const shuffled: Item[] = [];
    while (rest.length > 0) shuffled.push(...rest.splice(this.below(rest.length), 1));
    return shuffled;
  }
}
