import type { ResourceValidationArgs, ResourceValidationPolicy } from "@pulumi/policy";
import { typeFilter } from "../azure-types";
import { PlannedResource, type ResourceRule, withDefaults } from "../rule";
import { hasConfig, policyMetadata } from "./policy-metadata";
import { judged, report } from "./report";
import type { Session } from "./session";

/** Makes Pulumi's policy of a rule that judges one resource. */
export function resourcePolicy(rule: ResourceRule, session: Session): ResourceValidationPolicy {
  const applies = typeFilter(rule.appliesTo);
  const skip = notApplicableQuickly(`Applies to ${summary(rule.appliesTo)}`);
  const configured = hasConfig(rule.config);
  const ringOf = session.ringOf.bind(session);
  return {
    ...policyMetadata(rule, session),
    validateResource(args, tell) {
      if (!applies(args.type)) skip(args);
      const resource = new PlannedResource(args.type, args.urn, args.name, args.props);
      const config = configured ? withDefaults(rule.config, args.getConfig()) : rule.config;
      const judgement = judged(() => rule.holds(resource, { config, now: session.now(), ringOf }));
      if (judgement.is === "holds") return;
      if (judgement.is === "not applicable") args.notApplicable(judgement.reason);
      report(rule, resource, judgement, session, tell);
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
function summary(selectors: readonly string[]): string {
  const rest = selectors.length - 3;
  return selectors.slice(0, 3).join(", ") + (rest > 0 ? ` and ${rest} other types` : "");
}
