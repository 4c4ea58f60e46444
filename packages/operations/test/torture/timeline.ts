interface Happening {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

/** Time that passes only from one happening to the next; the same happenings always in the same order. */
export class Timeline {
  /** Milliseconds of true time since the beginning. */
  now = 0;
  #order = 0;
  readonly #heap: Happening[] = [];

  at(time: number, run: () => void): void {
    this.#order += 1;
    const heap = this.#heap;
    heap.push({ at: Math.max(time, this.now), order: this.#order, run });
    let child = heap.length - 1;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (!this.#isBefore(child, parent)) break;
      this.#swap(child, parent);
      child = parent;
    }
  }

  after(milliseconds: number, run: () => void): void {
    this.at(this.now + milliseconds, run);
  }

  /** Lets the next thing happen, and everything that follows from it at once; false when nothing is left. */
  async next(): Promise<boolean> {
    const happening = this.#pop();
    if (happening === undefined) return false;
    this.now = happening.at;
    happening.run();
    await new Promise((resolve) => setImmediate(resolve));
    return true;
  }

  #pop(): Happening | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    heap[0] = last;
    let parent = 0;
    for (;;) {
      let least = parent;
      for (const child of [2 * parent + 1, 2 * parent + 2])
        if (child < heap.length && this.#isBefore(child, least)) least = child;
      if (least === parent) return first;
      this.#swap(parent, least);
      parent = least;
    }
  }

  #isBefore(a: number, b: number): boolean {
    const [x, y] = [this.#heap[a], this.#heap[b]];
    if (x === undefined || y === undefined) return false;
    return x.at < y.at || (x.at === y.at && x.order < y.order);
  }

  #swap(a: number, b: number): void {
    const [x, y] = [this.#heap[a], this.#heap[b]];
    if (x === undefined || y === undefined) return;
    this.#heap[a] = y;
    this.#heap[b] = x;
  }
}
