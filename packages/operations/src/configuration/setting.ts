import type { Problem } from "@ringfence/core/problems";

/** What reading one setting came to. */
export type Parsed<T> = { readonly value: T } | { readonly problems: readonly Problem[] };

/** One setting: where it is read from and what it must be. */
export interface Setting<T> {
  /** The environment variable; structured settings are JSON in it. */
  readonly variable: string;
  /** What it is, for a message that asks for it. */
  readonly means: string;
  /** Whether its text in the environment is JSON. */
  readonly structured: boolean;
  /** Makes sense of what was given: text, or what the JSON or the file holds. Problems have paths below the setting. */
  readonly parse: (given: unknown) => Parsed<T>;
}

/** Keeps a setting's type. */
export function setting<T>(row: Setting<T>): Setting<T> {
  return row;
}
