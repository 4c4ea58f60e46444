import { stripVTControlCharacters } from "node:util";

/** A message without the engine's colour marks, `<{%fg 13%}>`, and without a terminal's. */
export function rawText(text: string): string {
  return stripVTControlCharacters(text.replace(/<\{%[^%]*%\}>/g, "")).trimEnd();
}
