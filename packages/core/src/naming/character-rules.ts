import type { NamedKindRow } from "./named-kind";

type CharacterRule = Pick<NamedKindRow, "pattern" | "allowed">;

/** The patterns that Azure's types share, each with its words. */
export const lettersDigitsHyphens: CharacterRule = {
  pattern: /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/,
  allowed: "letters, digits and hyphens, no hyphen first or last",
};

export const lettersDigitsDoubleHyphens: CharacterRule = {
  pattern: /^(?!.*---)[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/,
  allowed: "letters, digits and hyphens, no more than two hyphens together, none first or last",
};

export const lettersDigitsHyphensAnywhere: CharacterRule = {
  pattern: /^[A-Za-z0-9-]+$/,
  allowed: "letters, digits and hyphens",
};

export const letterFirst: CharacterRule = {
  pattern: /^[A-Za-z](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/,
  allowed: "letters, digits and hyphens, a letter first, no hyphen last",
};

export const letterFirstSingleHyphens: CharacterRule = {
  pattern: /^(?!.*--)[A-Za-z](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/,
  allowed: "letters, digits and single hyphens, a letter first, no hyphen last",
};

export const lowerCaseLetterFirst: CharacterRule = {
  pattern: /^(?!.*--)[a-z](?:[a-z0-9-]*[a-z0-9])?$/,
  allowed: "lower-case letters, digits and single hyphens, a letter first, no hyphen last",
};

export const lowerCaseSingleHyphens: CharacterRule = {
  pattern: /^(?!.*--)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/,
  allowed: "lower-case letters, digits and single hyphens, no hyphen first or last",
};

export const lowerCaseDigits: CharacterRule = { pattern: /^[a-z0-9]+$/, allowed: "lower-case letters and digits" };

export const lettersDigits: CharacterRule = { pattern: /^[A-Za-z0-9]+$/, allowed: "letters and digits" };

export const network: CharacterRule = {
  pattern: /^[A-Za-z0-9](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?$/,
  allowed: "letters, digits, underscores, periods and hyphens, a letter or digit first, no period or hyphen last",
};

export const wordsAndHyphens: CharacterRule = {
  pattern: /^[A-Za-z0-9_-]+$/,
  allowed: "letters, digits, underscores and hyphens",
};

export const alphanumericFirst: CharacterRule = {
  pattern: /^[A-Za-z0-9][A-Za-z0-9_-]*$/,
  allowed: "letters, digits, underscores and hyphens, a letter or digit first",
};

export const foundryChild: CharacterRule = {
  pattern: /^[A-Za-z0-9][A-Za-z0-9_.-]*$/,
  allowed: "letters, digits, underscores, periods and hyphens, a letter or digit first",
};

/** Azure Monitor's rules forbid characters instead of allowing some; `forbidden` goes into a character class. */
export function allBut(forbidden: string, words: string): CharacterRule {
  return {
    pattern: new RegExp(`^[^${forbidden}\\u0000-\\u001f\\u007f]*[^${forbidden}\\u0000-\\u001f\\u007f .]$`),
    allowed: `any characters but ${words} and control characters, no space or period last`,
  };
}

export const uuid: CharacterRule = {
  pattern: /^[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}$/,
  allowed: "a UUID",
};
