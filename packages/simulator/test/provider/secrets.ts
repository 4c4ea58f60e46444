import type { Bag } from "./engine-client";

/** A value marked as a secret, as it travels. */
export function secretOf(value: string): Bag {
  return { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value };
}
