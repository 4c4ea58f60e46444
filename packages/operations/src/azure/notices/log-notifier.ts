import type { Log } from "../../observability";
import type { Journal, Notice, Notifier } from "../../ports";
import { JournalConflict } from "../../ports";

/** A notice as the incident journal keeps it, for the job that routes incidents. */
export interface KeptNotice extends Notice {
  readonly at: string;
}

/**
 * Says a notice in the log, where an alert can find it, and keeps the newest of each fingerprint in a journal for the
 * job that routes incidents.
 */
export function logNotifier(log: Log, notices: Journal<KeptNotice>, now: () => Date): Notifier {
  return {
    tell: async (notice) => {
      const { title, ...fields } = notice;
      log.warning(notice.resolved === true ? `resolved: ${title}` : title, { notice: fields });
      const kept = { ...notice, at: now().toISOString() };
      for (;;) {
        const entry = await notices.read(notice.fingerprint);
        try {
          await (entry ? notices.replace(entry, kept) : notices.create(notice.fingerprint, kept));
          return;
        } catch (error) {
          if (!(error instanceof JournalConflict)) throw error;
        }
      }
    },
  };
}
