import type { Policy } from "@pulumi/policy";
import { type ConfigSchema, type Rule, ruleUrl } from "../rule";
import type { Session } from "./session";

/** What Pulumi shows of a rule. */
export function policyMetadata(rule: Rule, session: Session): Policy {
  const [first] = rule.frameworks ?? [];
  return {
    name: rule.id,
    displayName: rule.title,
    description: rule.title,
    severity: rule.severity,
    enforcementLevel: session.levelAtStart(rule),
    tags: [...rule.requirements, ...rule.covers],
    remediationSteps: rule.fix,
    url: ruleUrl(rule.id),
    ...(first && {
      framework: {
        name: first.framework,
        version: first.version,
        reference: first.control,
        specification: first.source,
      },
    }),
    ...(hasConfig(rule.config) && { configSchema: { properties: jsonSchema(rule.config) } }),
  };
}

/** Whether a rule has settings. */
export function hasConfig(schema: ConfigSchema): boolean {
  return Object.keys(schema).length > 0;
}

/** A copy without read-only parts, as the SDK's typings want it. */
function jsonSchema(schema: ConfigSchema): NonNullable<Policy["configSchema"]>["properties"] {
  return structuredClone(schema) as NonNullable<Policy["configSchema"]>["properties"];
}
