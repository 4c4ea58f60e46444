import type { PolicyConfigSchema } from "@pulumi/policy";
import { ringNames } from "@ringfence/core/rings";
import { presetPattern } from "../levels";

/** What a pack's configuration decides for all of its rules; given under the name of the policy `ringfence`. */
export interface PackSettings {
  /** The ring to judge for, where neither the program's configuration nor the stack's name says it. */
  ring?: string;
  /** The levels to start from: `start`, `standard` or `strict`, with `@2026-11` to pin the rules of that month. */
  preset?: string;
  /** The waivers themselves, in place of a file. */
  waivers?: readonly unknown[];
  /** The waivers' file, from the project's folder. */
  waiversFile?: string;
  /** Whether no waiver holds at all. */
  waiversForbidden?: boolean;
  /** Ids of rules of other packs that the waivers may name beside Ringfence's. */
  otherRules?: readonly string[];
}

export const settingsProperties: Record<keyof PackSettings, PolicyConfigSchema["properties"][string]> = {
  ring: {
    type: "string",
    enum: [...ringNames],
    description: "The ring to judge for; else the program's <project>:ring, the stack's name, or prod decide",
  },
  preset: {
    type: "string",
    pattern: presetPattern,
    description: "start, standard or strict, with @2026-11 to pin the rules of that month; standard if left out",
  },
  waivers: { type: "array", items: { type: "object" }, description: "The waivers themselves, in place of a file" },
  waiversFile: {
    type: "string",
    description: "The waivers' file, from the project's folder; waivers.yaml if left out",
  },
  waiversForbidden: { type: "boolean", default: false, description: "Whether no waiver holds at all" },
  otherRules: {
    type: "array",
    items: { type: "string" },
    description: "Ids of rules of other packs that the waivers may name beside Ringfence's",
  },
};
