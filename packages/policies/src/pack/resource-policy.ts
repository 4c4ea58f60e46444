import type { ResourceValidation, ResourceValidationArgs, ResourceValidationPolicy } from "@pulumi/policy";
import { typeFilter } from "../azure-types";
import { PlannedResource, type ResourceRule, withDefaults } from "../rule";
import { hasConfig, policyMetadata } from "./policy-metadata";
import { judged, report } from "./report";
import type { Session } from "./session";

/** Why a rule is not asked that the configured preset leaves out. */
export const SWITCHED_OFF = "The preset leaves this rule out";

/** Makes Pulumi's policy of a rule that judges one resource. See RequestGate for its `__pulumiType`. */
export function resourcePolicy(rule: ResourceRule, session: Session): ResourceValidationPolicy {
  const applies = typeFilter(rule.appliesTo);
  const types = summary(rule.appliesTo);
  const skip = notApplicableQuickly(`Policy only applies to resources of type '${types}'`);
  const configured = hasConfig(rule.config);
  const ringOf = session.ringOf.bind(session);
  const validateResource: ResourceValidation = (args, tell) => {
    if (!applies(args.type)) skip(args);
    if (session.changedLevel(rule) === "disabled") args.notApplicable(SWITCHED_OFF);
    const resource = new PlannedResource(args.type, args.urn, args.name, args.props);
    const config = configured ? withDefaults(rule.config, args.getConfig()) : rule.config;
    const judgement = judged(() => rule.holds(resource, { config, now: session.now(), ringOf }));
    if (judgement.is === "holds") return;
    if (judgement.is === "not applicable") args.notApplicable(judgement.reason);
    report(rule, resource, judgement, session, tell);
  };
  const others = () => {
    const { subject: type } = session.gate;
    return type === undefined || applies(type) ? undefined : types;
  };
  Object.defineProperty(validateResource, "__pulumiType", { get: others });
  return { ...policyMetadata(rule, session), validateResource };
}

/** Has the last resource policy of a pack close the gate, for which it must be asked every time. */
export function lastOfRequest(policy: ResourceValidationPolicy, { gate }: Session): ResourceValidationPolicy {
  const { validateResource } = policy;
  if (typeof validateResource !== "function") return policy;
  return {
    ...policy,
    validateResource(args, tell) {
      gate.end();
      return validateResource(args, tell);
    },
  };
}

/**
 * The SDK is told "not applicable" by an exception of its own, and making one costs more than judging. Most rules do
 * not apply to most resources, so the first exception is kept and thrown again.
 */
export function notApplicableQuickly(reason: string): (args: Pick<ResourceValidationArgs, "notApplicable">) => never {
  let kept: unknown;
  return (args) => {
    if (kept === undefined)
      try {
        args.notApplicable(reason);
      } catch (error) {
        kept = error;
      }
    throw kept;
  };
}

/** The types in words, the long lists cut. */
export function summary(selectors: readonly string[]): string {
  const rest = selectors.length - 3;
  return selectors.slice(0, 3).join(", ") + (rest > 0 ? ` and ${rest} other types` : "");
}
