import type { TypeRow } from "./row";
export const cognitiveServices: readonly TypeRow[] = [];
