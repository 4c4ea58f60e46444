import type { RingName } from "@ringfence/core/rings";
import type { RuleSeverity } from "@ringfence/core/waivers";
import type { Level } from "./level";

/** How far a team has come with its policies. */
export const Preset = {
  /** What would hurt most stops prod; all else is advice, and what is of low severity is not said yet. */
  Start: "start",
  /** Advice where people learn, a stop where users are. */
  Standard: "standard",
  /** Advice in sandbox alone. */
  Strict: "strict",
} as const;
export type Preset = (typeof Preset)[keyof typeof Preset];

export const presetNames: readonly Preset[] = Object.values(Preset);

type Row = Readonly<Record<RingName, Level>>;

const everywhere = (level: Level): Row => ({ sandbox: level, dev: level, test: level, prod: level });
const mandatoryFromTest: Row = { ...everywhere("mandatory"), sandbox: "advisory", dev: "advisory" };
const mandatoryFromDev: Row = { ...everywhere("mandatory"), sandbox: "advisory" };
const mandatoryInProd: Row = { ...everywhere("advisory"), prod: "mandatory" };

/** One table a preset: severity by ring. A judgement; a pack's configuration overrides it rule by rule. */
export const presets: Readonly<Record<Preset, Readonly<Record<RuleSeverity, Row>>>> = {
  start: {
    critical: mandatoryInProd,
    high: mandatoryInProd,
    medium: everywhere("advisory"),
    low: everywhere("disabled"),
  },
  standard: {
    critical: mandatoryFromTest,
    high: mandatoryFromTest,
    medium: mandatoryFromTest,
    low: mandatoryFromTest,
  },
  strict: {
    critical: mandatoryFromDev,
    high: mandatoryFromDev,
    medium: mandatoryFromDev,
    low: mandatoryFromDev,
  },
};

/** A preset, and the month up to which rules take part in it. */
export interface PresetChoice {
  preset: Preset;
  /**
   * `2026-11`: rules added to the library later only advise, so that an upgrade stops no pipeline. Absent: all rules
   * take part.
   */
  asOf?: string;
}

/** `standard`, or `standard@2026-11` to pin the rules that take part to those of a month. */
export const presetPattern = `^(${presetNames.join("|")})(@\\d{4}-(0[1-9]|1[0-2]))?$`;

/** The preset that a setting names; undefined where it names none. */
export function findPreset(setting: unknown): PresetChoice | undefined {
  if (typeof setting !== "string" || !new RegExp(presetPattern).test(setting)) return undefined;
  const [name, asOf] = setting.split("@");
  const preset = presetNames.find((candidate) => candidate === name);
  return preset && { preset, ...(asOf !== undefined && { asOf }) };
}
