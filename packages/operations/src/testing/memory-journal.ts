import { type Entry, type Journal, JournalConflict } from "../ports";

/** A journal in memory, which says how often it was written. */
export interface MemoryJournal<T> extends Journal<T> {
  readonly writes: number;
  /** What stands in it now, by key. */
  contents(): Readonly<Record<string, T>>;
}

/** A journal that forgets everything when the process ends. Values are copied in and out, as in a real one. */
export function memoryJournal<T>(initial: Readonly<Record<string, T>> = {}): MemoryJournal<T> {
  let writes = 0;
  const rows = new Map<string, { text: string; etag: string }>();
  const write = (key: string, value: T): Entry<T> => {
    writes += 1;
    const row = { text: JSON.stringify(value), etag: `"${writes}"` };
    rows.set(key, row);
    return { key, value: JSON.parse(row.text) as T, etag: row.etag };
  };
  const entryOf = (key: string): Entry<T> | undefined => {
    const row = rows.get(key);
    return row && { key, value: JSON.parse(row.text) as T, etag: row.etag };
  };
  for (const [key, value] of Object.entries(initial)) write(key, value);
  return {
    read: async (key) => entryOf(key),
    create: async (key, value) => {
      if (rows.has(key)) throw new JournalConflict(key);
      return write(key, value);
    },
    replace: async ({ key, etag }, value) => {
      if (rows.get(key)?.etag !== etag) throw new JournalConflict(key);
      return write(key, value);
    },
    entries: async function* () {
      for (const key of [...rows.keys()].sort()) {
        const entry = entryOf(key);
        if (entry) yield entry;
      }
    },
    get writes() {
      return writes;
    },
    contents: () => Object.fromEntries([...rows].map(([key, { text }]) => [key, JSON.parse(text) as T])),
  };
}
