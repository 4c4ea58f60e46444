// The cache has to be there before the SDK is loaded.
import "./compile-cache";

import { PolicyPack } from "@pulumi/policy";
import type { Rule } from "../rule";
import { keepCompiled } from "./compile-cache";
import { readEnvironment } from "./environment";
import { policiesOf } from "./policies-of";
import { Session } from "./session";

/** What a pack is. */
export interface PackArgs {
  /** The pack's name: letters, digits, `-`, `_` and `.`. */
  name: string;
  /** The name that people read. */
  displayName: string;
  description: string;
  /** The rules that it selects. */
  rules: readonly Rule[];
}

/**
 * Starts a policy pack: compiles the rules for the ring that the environment names and serves them to the engine.
 * Call it once, from a pack's entry file; a process serves one pack.
 */
export function startPack({ name, displayName, description, rules }: PackArgs): void {
  const environment = readEnvironment(process.env, process.cwd());
  const session = new Session({ environment, rules, now: () => new Date(), isRuleElsewhere });
  new PolicyPack(name, {
    displayName,
    description,
    provider: "azure",
    policies: policiesOf(rules, session),
    repository: "https://github.com/ringfence/ringfence",
  });
  keepCompiled();
}

/** Loads all rules only when a waiver names one that this pack does not have: packs start quicker without. */
function isRuleElsewhere(id: string): boolean {
  const { rules } = require("../rules") as typeof import("../rules");
  return rules.some((rule) => rule.id === id);
}
