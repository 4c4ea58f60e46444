/** A journal's entry as it was read: `etag` changes with every write. */
export interface Entry<T> {
  readonly key: string;
  readonly value: T;
  readonly etag: string;
}

/** Somebody else wrote the entry since it was read, or created it first. Read again and decide again. */
export class JournalConflict extends Error {
  constructor(readonly key: string) {
    super(`the journal's entry ${key} was written by somebody else meanwhile`);
    this.name = "JournalConflict";
  }
}

/** What must outlive a run: what has been begun and not finished. Values are plain JSON and hold no secret. */
export interface Journal<T> {
  read(key: string): Promise<Entry<T> | undefined>;
  /** @throws JournalConflict if the entry is there. */
  create(key: string, value: T): Promise<Entry<T>>;
  /** @throws JournalConflict if the entry was written since it was read. */
  replace(entry: Entry<T>, value: T): Promise<Entry<T>>;
  /** All entries, by key. */
  entries(): AsyncIterable<Entry<T>>;
}
