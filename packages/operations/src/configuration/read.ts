import type { Problem } from "@ringfence/core/problems";
import { under } from "@ringfence/core/problems";
import type { Configuration, ParsedSetting, SettingName } from "./configuration";
import { ConfigurationRefused } from "./configuration-refused";
import { missingSettings } from "./missing";
import type { Setting } from "./setting";
import { settings } from "./settings";

/** Where settings are read from; the environment goes before the file. */
export interface ConfigurationSources {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly file?: { readonly path: string; readonly content: Readonly<Record<string, unknown>> };
}

/**
 * Reads the settings. Everything that is given is checked, needed or not.
 * @throws ConfigurationRefused with every mistake: what is wrong, what is missing, what nobody knows.
 */
export function readConfiguration<Needed extends SettingName = never>(
  sources: ConfigurationSources,
  needed: readonly Needed[] = [],
): Configuration<Needed> {
  const names = Object.keys(settings) as SettingName[];
  const given = names.flatMap((name) => parsedSetting(name, sources));
  const problems = [
    ...given.flatMap(({ origin, parsed }) => ("problems" in parsed ? under(origin, parsed.problems) : [])),
    ...missingSettings(needed.filter((name) => !given.some((one) => one.name === name))),
    ...unknownKeys(sources),
  ];
  if (problems.length > 0) throw new ConfigurationRefused(problems);
  return Object.fromEntries(
    given.flatMap(({ name, parsed }) => ("value" in parsed ? [[name, parsed.value]] : [])),
  ) as Configuration<Needed>;
}

function parsedSetting(name: SettingName, { environment, file }: ConfigurationSources): ParsedSetting[] {
  const row: Setting<unknown> = settings[name];
  const text = environment[row.variable];
  if (text !== undefined && text !== "") return [{ name, origin: row.variable, parsed: parsedText(row, text) }];
  const held = file?.content[name];
  if (!file || held === undefined) return [];
  return [{ name, origin: `${file.path}: ${name}`, parsed: row.parse(held) }];
}

function parsedText(row: Setting<unknown>, text: string): ParsedSetting["parsed"] {
  if (!row.structured) return row.parse(text);
  try {
    return row.parse(JSON.parse(text));
  } catch (error) {
    const why = error instanceof SyntaxError ? error.message : String(error);
    return { problems: [{ path: "", problem: `not JSON (${why}); ${row.means}` }] };
  }
}

function unknownKeys({ file }: ConfigurationSources): Problem[] {
  if (!file) return [];
  const known = Object.keys(settings);
  return Object.keys(file.content)
    .filter((key) => !known.includes(key))
    .map((key) => ({ path: `${file.path}: ${key}`, problem: `no such setting; one of ${known.join(", ")}` }));
}
