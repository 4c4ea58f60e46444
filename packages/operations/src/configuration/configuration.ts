import type { Parsed, Setting } from "./setting";
import type { settings } from "./settings";

/** A setting's name, which is its key in the file. */
export type SettingName = keyof typeof settings;

type Value<Name extends SettingName> = (typeof settings)[Name] extends Setting<infer T> ? T : never;

/** The settings of a run: those that were asked for are there, the others may be. */
export type Configuration<Needed extends SettingName = never> = {
  readonly [Name in Needed]: Value<Name>;
} & {
  readonly [Name in Exclude<SettingName, Needed>]?: Value<Name>;
};

/** What reading gave: a value's origin is in front of each problem. */
export type ParsedSetting = { readonly name: SettingName; readonly origin: string; readonly parsed: Parsed<unknown> };
