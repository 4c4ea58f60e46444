import type { Notice, Notifier } from "../ports";

/** A notifier that keeps what it was told. */
export interface MemoryNotifier extends Notifier {
  readonly notices: readonly Notice[];
}

export function memoryNotifier(): MemoryNotifier {
  const notices: Notice[] = [];
  return {
    notices,
    tell: async (notice) => {
      notices.push(notice);
    },
  };
}
