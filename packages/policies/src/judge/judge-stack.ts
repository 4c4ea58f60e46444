import type { RingName } from "@ringfence/core/rings";
import { idleWaivers, waiversHold, waiversInOrder, waiversStillNeeded } from "../pack/own-policies";
import { judged } from "../pack/report";
import { Session } from "../pack/session";
import { STACK_TYPE } from "../pack/stack-policy";
import {
  holds,
  isWholeStack,
  type Judgement,
  type Resource,
  type Rule,
  type RuleContext,
  Stack,
  type StackResource,
  type StackRuleContext,
  withDefaults,
} from "../rule";
import { type PreparedRule, RulesByType } from "./rules-by-type";
import { readable, type StateResource } from "./state-resource";
import type { Verdict } from "./verdict";
import { VerdictWriter } from "./verdict-writer";

/** The stack that is judged, and under which circumstances. */
export interface JudgeStackOptions {
  /** What the stack manages. Leave out what it only reads, and what waits for its deletion. */
  resources: readonly StateResource[];
  /** The rules' settings, by rule id. What is left out has the rule's default. */
  config?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** The moment of the judgement. */
  now: Date;
  /** The ring; if left out, what a resource's `environment` tag says, else prod. */
  ring?: RingName;
  /** Waivers, as in `waivers.yaml`. If given, what is wrong with them is told as well. */
  waivers?: readonly unknown[];
}

/**
 * Judges a stack by rules without Pulumi's analyser: says what a pack would say of the same resources, in the same
 * words, but a resource meets only the rules for its type, and its properties are unpacked once and not once for each
 * rule. For audits of large stacks, where the analyser's loop costs more than the rules.
 *
 * Gives one verdict for each resource and rule that is for its type, and one for each violation where a rule finds
 * several. That a rule is for other types is not said.
 */
export function judgeStack(rules: readonly Rule[], options: JudgeStackOptions): Verdict[] {
  const { config = {}, now, ring, waivers } = options;
  const environment = { project: undefined, stack: ring, config: {}, folders: [] };
  const session = new Session({ environment, rules, now: () => now });
  session.configure({ waivers: waivers ?? [] });
  const resources = readable(options.resources);
  const stack = new Stack(resources.map(({ inStack }) => inStack));
  const about = { now, ringOf: session.ringOf.bind(session), stack };
  const contextOf = ({ id, config: schema }: Rule) => ({ ...about, config: withDefaults(schema, config[id] ?? {}) });
  const writer = new VerdictWriter(session);

  const planned = new RulesByType(rules.flatMap((rule) => ofInputs(rule, contextOf(rule))));
  for (const { planned: resource } of resources)
    for (const { rule, holds } of planned.of(resource.token))
      writer.write(
        rule,
        resource,
        judged(() => holds(resource)),
      );
  const roots = stack.ofType(STACK_TYPE);
  if (waivers !== undefined) for (const root of roots) writer.tell(waiversInOrder, root, waiversHold(session));

  const inStack = new RulesByType(rules.flatMap((rule) => ofStack(rule, contextOf(rule))));
  for (const resource of stack.resources)
    for (const { rule, holds } of inStack.of(resource.token))
      writer.write(
        rule,
        resource,
        judged(() => holds(resource)),
      );
  for (const rule of rules.filter(isWholeStack))
    writer.write(
      rule,
      roots[0],
      judged(() => rule.stackHolds(contextOf(rule))),
    );
  if (waivers !== undefined)
    for (const judgement of idleWaivers(stack, session)) writer.tell(waiversStillNeeded, undefined, judgement);
  return writer.verdicts;
}

function ofInputs(rule: Rule, context: RuleContext): PreparedRule<Resource>[] {
  return rule.level === "resource" ? [{ rule, holds: (resource) => rule.holds(resource, context) }] : [];
}

/** The analyser has no way to say that a stack rule is not for one of the resources of its types: that is a pass. */
function ofStack(rule: Rule, context: StackRuleContext): PreparedRule<StackResource>[] {
  if (rule.level === "resource" || isWholeStack(rule)) return [];
  const holdsHere = (resource: StackResource): Judgement => {
    const judgement = rule.holds(resource, context);
    return judgement.is === "not applicable" ? holds : judgement;
  };
  return [{ rule, holds: holdsHere }];
}
