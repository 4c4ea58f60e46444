import type { Properties, Value } from "../../values";
import type { SeededBytes } from "./generator";

const LOWER = "abcdefghijklmnopqrstuvwxyz";
const DIGITS = "0123456789";
const SPECIAL = "!@#$%&*()-_=+[]{}<>:?";

/** What `RandomString` and `RandomPassword` take for granted (hashicorp/random's documentation). */
export const textDefaults: Properties = {
  lower: true,
  upper: true,
  numeric: true,
  special: true,
  minLower: 0,
  minUpper: 0,
  minNumeric: 0,
  minSpecial: 0,
};

/** A text of the asked length that has at least the asked number of each kind of character. */
export function randomText(inputs: Properties, bytes: SeededBytes): string {
  const settings = { ...textDefaults, ...inputs };
  const special = typeof inputs.overrideSpecial === "string" ? inputs.overrideSpecial : SPECIAL;
  const numeric = inputs.numeric ?? inputs.number ?? true;
  const kinds: [Value | undefined, Value | undefined, string][] = [
    [settings.lower, settings.minLower, LOWER],
    [settings.upper, settings.minUpper, LOWER.toUpperCase()],
    [numeric, settings.minNumeric, DIGITS],
    [settings.special, settings.minSpecial, special],
  ];
  const allowed = kinds
    .filter(([wanted]) => wanted === true)
    .map(([, , characters]) => characters)
    .join("");
  if (allowed === "")
    throw new Error("the random text may have no kind of character: set one of lower, upper, numeric, special");
  const characters: string[] = [];
  for (const [, minimum, from] of kinds) {
    for (let count = 0; count < Number(minimum ?? 0); count += 1) characters.push(bytes.pick([...from]));
  }
  while (characters.length < Number(inputs.length)) characters.push(bytes.pick([...allowed]));
  return bytes.shuffle(characters).join("");
}
