import { randomUUID } from "node:crypto";
import { odata, type TableClient } from "@azure/data-tables";
import { type Entry, type Journal, JournalConflict } from "../../ports";
import { statusOf } from "../status";
import { fromPieces, inPieces } from "./pieces";
import { keyOf, rowKey } from "./row-key";

/** An entity as it comes back. */
type Row = Readonly<Record<string, unknown>> & { readonly etag: string };

/**
 * A journal in one partition of a table; every write carries the ETag that was read. The client repeats a write whose
 * answer got lost, and the repetition then meets the write's own trace: each write has an id, by which it knows itself.
 */
export function tableJournal<T>(table: TableClient, purpose: string): Journal<T> {
  const read = async (key: string): Promise<Row | undefined> => {
    try {
      return await table.getEntity<Row>(purpose, rowKey(key));
    } catch (error) {
      if (statusOf(error) === 404) return undefined;
      throw error;
    }
  };
  const write = async (
    key: string,
    value: T,
    send: (entity: Record<string, string> & { partitionKey: string; rowKey: string }) => Promise<{ etag?: string }>,
  ): Promise<Entry<T>> => {
    const text = JSON.stringify(value);
    const writeId = randomUUID();
    const written = (etag: string): Entry<T> => ({ key, value: JSON.parse(text) as T, etag });
    try {
      const entity = { partitionKey: purpose, rowKey: rowKey(key), writeId, ...inPieces(text, key) };
      const { etag } = await send(entity);
      if (etag !== undefined) return written(etag);
    } catch (error) {
      if (![404, 409, 412].includes(statusOf(error) ?? 0)) throw error;
    }
    const row = await read(key);
    if (row?.writeId === writeId) return written(row.etag);
    throw new JournalConflict(key);
  };
  return {
    read: async (key) => {
      const row = await read(key);
      return row && entryOf<T>(key, row);
    },
    create: (key, value) => write(key, value, (entity) => table.createEntity(entity)),
    replace: ({ key, etag }, value) => write(key, value, (entity) => table.updateEntity(entity, "Replace", { etag })),
    entries: async function* () {
      const rows = table.listEntities<Row>({ queryOptions: { filter: odata`PartitionKey eq ${purpose}` } });
      for await (const row of rows) yield entryOf<T>(keyOf(String(row.rowKey)), row);
    },
  };
}

function entryOf<T>(key: string, row: Row): Entry<T> {
  return { key, value: JSON.parse(fromPieces(row)) as T, etag: row.etag };
}
