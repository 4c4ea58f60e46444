import type { ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";
import type { Waiver } from "@ringfence/core/waivers";
import { fails, type Judgement, type Rule, resourceRule, type Stack, wholeStackRule } from "../rule";
import { policyMetadata } from "./policy-metadata";
import { report } from "./report";
import { notApplicableQuickly } from "./resource-policy";
import type { Session } from "./session";
import { type PackSettings, settingsProperties } from "./settings";
import { STACK_TYPE, stackOf } from "./stack-policy";

/** The name under which a pack's own settings are given. */
export const SETTINGS_POLICY = "ringfence";

/** Says on the stack's own resource what is wrong with the waivers. */
export const waiversInOrder = resourceRule({
  id: SETTINGS_POLICY,
  title: "The waivers are in order",
  covers: [],
  requirements: [],
  severity: "high",
  appliesTo: STACK_TYPE,
  waivable: false,
  fix: "Correct the waiver, renew it in a reviewed change, or remove it.",
  why: "A waiver that nobody can read or that has run out leaves people believing in an exception that does not hold.",
  holds: () => ({ is: "holds" }),
});

/** Says which waivers nothing needs. */
export const waiversStillNeeded = wholeStackRule({
  id: "waivers-still-needed",
  title: "Every waiver is for something that exists and needs it",
  covers: [],
  requirements: [],
  severity: "low",
  waivable: false,
  fix: "Correct the waiver's urn, or its type and name, or remove the waiver.",
  why: "A waiver that is left lying about opens the door to the next resource of that name.",
  stackHolds: () => ({ is: "holds" }),
});

/** The rules that every pack brings along. */
export const ownRules: readonly Rule[] = [waiversInOrder, waiversStillNeeded];

/**
 * Comes first in a pack: hands the pack's settings and each resource's inputs to the others, and says on the stack's
 * own resource, before anything else is created, what is wrong with the waivers.
 */
export function settingsPolicy(session: Session): ResourceValidationPolicy {
  const skip = notApplicableQuickly("Judged once, on the stack");
  return {
    ...policyMetadata(waiversInOrder, session),
    configSchema: { properties: settingsProperties },
    validateResource(args, tell) {
      session.gate.begin(args.type);
      session.configure(args.getConfig<PackSettings>());
      session.remember(args.urn, args.props);
      if (args.type !== STACK_TYPE) skip(args);
      report(
        waiversInOrder,
        { urn: args.urn, name: args.name, token: args.type, azure: undefined },
        waiversHold(session),
        session,
        tell,
      );
    },
  };
}

/** Whether the waivers can be read and have not run out. */
export function waiversHold({ waivers: { problems } }: Session): Judgement {
  return problems.length === 0 ? { is: "holds" } : { is: "fails", findings: problems };
}

/** Comes last in a pack: by then every rule has asked for the waivers it needs. */
export function waiversStillNeededPolicy(session: Session): StackValidationPolicy {
  return {
    ...policyMetadata(waiversStillNeeded, session),
    validateStack(args, tell) {
      const stack = session.stackGate.subject ?? stackOf(args.resources, session);
      session.stackGate.end();
      for (const judgement of idleWaivers(stack, session))
        report(waiversStillNeeded, undefined, judgement, session, tell);
    },
  };
}

/** One violation for each waiver that nothing in the stack needs. Ask when every rule has asked for its waivers. */
export function idleWaivers({ resources }: Stack, session: Session): Judgement[] {
  const { unmatched, unused } = session.waivers.idle(resources);
  return [
    ...unmatched.map((waiver) => said(waiver, "no resource of the stack fits it")),
    ...unused.map((waiver) => said(waiver, "nothing needs it any more")),
  ];
}

function said(waiver: Waiver, problem: string): Judgement {
  const selector = waiver.urn ?? `${waiver.type} ${waiver.name}`;
  return fails(
    "",
    `the waiver of ${waiver.rule} for ${selector}, until ${waiver.expires} by ${waiver.owner}: ${problem}`,
  );
}
