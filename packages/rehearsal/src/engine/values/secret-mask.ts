import { isMap, isSecret, type Value } from "./wire";

/** Shorter secrets than this are not searched for: masking them would hide half of every message. */
const SHORTEST = 4;

const MASK = "[secret]";

/** Hides the secrets of a stack wherever their text turns up: logs, messages, errors. */
export class SecretMask {
  private readonly known = new Set<string>();
  private readonly plain = new Set<string>();

  /** Learns every secret text in a value, and what is said openly. */
  learn(value: Value | undefined, inSecret = false): void {
    if (typeof value === "string") {
      if (!inSecret) this.plain.add(value);
      else if (value.length >= SHORTEST) this.known.add(value);
    } else if (Array.isArray(value)) for (const element of value) this.learn(element, inSecret);
    else if (isSecret(value)) this.learn(value.value, true);
    else if (isMap(value)) for (const element of Object.values(value)) this.learn(element, inSecret);
  }

  /** A text without the secrets; what the stack also says openly is none. */
  hide(text: string): string {
    return [...this.known]
      .filter((known) => !this.plain.has(known) && text.includes(known))
      .sort((a, b) => b.length - a.length)
      .reduce((masked, known) => masked.replaceAll(known, MASK), text);
  }
}
