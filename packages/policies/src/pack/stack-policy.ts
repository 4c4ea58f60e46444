import type { PolicyResource, StackValidation, StackValidationPolicy } from "@pulumi/policy";
import { typeFilter } from "../azure-types";
import { isWholeStack, Stack, StackResource, type StackRule, type WholeStackRule, withDefaults } from "../rule";
import { hasConfig, policyMetadata } from "./policy-metadata";
import { judged, report } from "./report";
import { SWITCHED_OFF, summary } from "./resource-policy";
import type { Session } from "./session";

/** The type of a stack's own resource. */
export const STACK_TYPE = "pulumi:pulumi:Stack";

/**
 * Makes Pulumi's policy of a rule that judges the stack. Each resource is judged by itself: an unknown value in one,
 * on which the SDK would give the whole policy up, leaves the others judged. See RequestGate for its `__pulumiType`.
 */
export function stackPolicy(rule: StackRule | WholeStackRule, session: Session): StackValidationPolicy {
  const applies = typeFilter(rule.appliesTo);
  const types = summary(rule.appliesTo);
  const configured = hasConfig(rule.config);
  const whole = isWholeStack(rule);
  const validateStack: StackValidation = (args, tell) => {
    if (session.changedLevel(rule) === "disabled") args.notApplicable(SWITCHED_OFF);
    if (!whole && !args.resources.some(({ type }) => applies(type)))
      args.notApplicable(`Policy only applies to resources of type '${types}'`);
    const stack = session.stackGate.subject ?? stackOf(args.resources, session);
    const config = configured ? withDefaults(rule.config, args.getConfig()) : rule.config;
    const context = { config, now: session.now(), ringOf: session.ringOf.bind(session), stack };
    if (whole) {
      const judgement = judged(() => rule.stackHolds(context));
      if (judgement.is === "not applicable") args.notApplicable(judgement.reason);
      report(rule, stack.ofType(STACK_TYPE)[0], judgement, session, tell);
      return;
    }
    for (const resource of stack.resources) {
      if (!applies(resource.token)) continue;
      report(
        rule,
        resource,
        judged(() => rule.holds(resource, context)),
        session,
        tell,
      );
    }
  };
  const others = () => {
    const { subject: stack } = session.stackGate;
    return whole || stack === undefined || stack.resources.some(({ token }) => applies(token)) ? undefined : types;
  };
  Object.defineProperty(validateStack, "__pulumiType", { get: others });
  return { ...policyMetadata(rule, session), validateStack };
}

/** Has the first stack policy of a pack open the gate, for which it must be asked every time. */
export function firstOfStack(policy: StackValidationPolicy, session: Session): StackValidationPolicy {
  return {
    ...policy,
    validateStack(args, tell) {
      session.stackGate.begin(stackOf(args.resources, session));
      return policy.validateStack(args, tell);
    },
  };
}

/** The stack as rules read it. */
export function stackOf(resources: readonly PolicyResource[], session: Session): Stack {
  return new Stack(
    resources.map(
      ({ type, urn, name, props, parent, propertyDependencies }) =>
        new StackResource({
          token: type,
          urn,
          name,
          outputs: props,
          inputs: session.inputsOf(urn),
          madeFrom: propertyDependencies,
          parent: parent?.urn,
        }),
    ),
  );
}
