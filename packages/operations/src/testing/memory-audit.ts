import { type AuditReport, type ChainHead, chainStart, lineOf, linkAfter, verifyAudit } from "../audit";
import type { Audit, AuditRecord } from "../ports";

/** An audit in memory, chained like the real one. */
export interface MemoryAudit extends Audit {
  readonly records: readonly AuditRecord[];
  /** The chain as it would be in its file. */
  readonly lines: readonly string[];
  verify(): Promise<AuditReport>;
}

export function memoryAudit(): MemoryAudit {
  const records: AuditRecord[] = [];
  const lines: string[] = [];
  let head: ChainHead = chainStart;
  return {
    records,
    lines,
    append: async (record) => {
      const link = linkAfter(head, { record });
      head = link;
      records.push(record);
      lines.push(lineOf(link));
    },
    verify: () =>
      verifyAudit(
        lines.map((text, index) => ({ at: `memory:${index + 1}`, text })),
        [head],
      ),
  };
}
