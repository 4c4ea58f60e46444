import type { TypeRow } from "./row";
export const storage: readonly TypeRow[] = [];
