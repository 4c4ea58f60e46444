import { type RingName, ringNames } from "@ringfence/core/rings";
import type { RuleDescription } from "../rule";
import { type PresetChoice, presets } from "./preset";

/** What a violation does: stop the deployment, be shown, or nothing because the rule is not asked. */
export type Level = "mandatory" | "advisory" | "disabled";

type Levelled = Pick<RuleDescription, "severity" | "inventory" | "since">;

/** The month of the library's first rules, for which no rule states a `since`. */
const FIRST_RULES = "2026-11";

/** The level of a rule in a ring, before configuration has its say. */
export function levelOf(rule: Levelled, ring: RingName, { preset, asOf }: PresetChoice): Level {
  if (rule.inventory) return "advisory";
  const level = presets[preset][rule.severity][ring];
  const isNewer = asOf !== undefined && (rule.since ?? FIRST_RULES) > asOf;
  return isNewer && level === "mandatory" ? "advisory" : level;
}

/** The level of a rule in every ring. */
export function levelTable(rule: Levelled, choice: PresetChoice): Readonly<Record<RingName, Level>> {
  return Object.fromEntries(ringNames.map((ring) => [ring, levelOf(rule, ring, choice)])) as Record<RingName, Level>;
}
