import type { ActionId } from "./action-id";
import type { RiskTier } from "./risk-tier";

/** What every action states. */
export interface ActionFacts {
  readonly id: ActionId;
  /** The action in a few words, for a list. */
  readonly title: string;
  /** What changes, in a sentence. */
  readonly does: string;
  /** What an action's `target` is: an Azure id, a secret's name. */
  readonly target: string;
  /** Why it has this tier. */
  readonly because: string;
  /** What `--dry-run` says instead of doing it. */
  readonly dryRun: string;
}

/** What an action that changes something states besides. */
export interface EffectFacts {
  /** What must hold before; whoever asks for the action has checked it. */
  readonly preconditions: readonly [string, ...string[]];
  /** What undoes it: another action, or why nothing can. */
  readonly inverse: ActionId | Irreversible;
  /** Who notices if it goes wrong, at most. */
  readonly blastRadius: string;
  /** Whether it runs while automation is stopped; only what stops and resumes it does. */
  readonly runsWhileStopped?: true;
}

/** Nothing undoes the action, and what to do instead. */
export interface Irreversible {
  readonly irreversible: string;
}

/** How long an approval can be given, and how long it can be used. */
export interface ApprovalTerms {
  /** Minutes from the request in which somebody else may approve; a later approval is refused. */
  readonly grantWithinMinutes: number;
  /** Minutes from the approval in which it may be used, once. */
  readonly useWithinMinutes: number;
}

/** An action that changes nothing. */
export interface ReadRow extends ActionFacts {
  readonly tier: typeof RiskTier.Read;
}

/** An action that a job takes by itself. */
export interface LowRow extends ActionFacts, EffectFacts {
  readonly tier: typeof RiskTier.Low;
}

/** An action that a person asks for. */
export interface MediumRow extends ActionFacts, EffectFacts {
  readonly tier: typeof RiskTier.Medium;
}

/** An action that needs a second person. */
export interface HighRow extends ActionFacts, EffectFacts {
  readonly tier: typeof RiskTier.High;
  readonly approval: ApprovalTerms;
}

/** One row of the registry. */
export type ActionRow = ReadRow | LowRow | MediumRow | HighRow;
