/**
 * A key as Table Storage takes it: no slash, backslash, number sign, question mark or control character. Everything but
 * letters, digits and a few marks is written as `=` and its code unit in four hex digits, so that no two keys collide.
 */
export function rowKey(key: string): string {
  return key.replace(/[^A-Za-z0-9._~:@-]/g, (letter) => `=${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** The key that a row's key was made of. */
export function keyOf(row: string): string {
  return row.replace(/=([0-9a-f]{4})/g, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
