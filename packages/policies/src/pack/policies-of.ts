import type { Policies } from "@pulumi/policy";
import type { Rule } from "../rule";
import { settingsPolicy, waiversStillNeededPolicy } from "./own-policies";
import { lastOfRequest, resourcePolicy } from "./resource-policy";
import type { Session } from "./session";
import { firstOfStack, stackPolicy } from "./stack-policy";

/** Pulumi's policies of these rules, with the two that every pack brings along. Throws an Error where two share an id. */
export function policiesOf(rules: readonly Rule[], session: Session): Policies {
  const last = rules.findLast(({ level }) => level === "resource");
  const firstOfStacks = rules.find(({ level }) => level === "stack");
  const compiled = (rule: Rule) => {
    if (rule.level === "stack") {
      const policy = stackPolicy(rule, session);
      return rule === firstOfStacks ? firstOfStack(policy, session) : policy;
    }
    const policy = resourcePolicy(rule, session);
    return rule === last ? lastOfRequest(policy, session) : policy;
  };
  const policies = [settingsPolicy(session), ...rules.map(compiled), waiversStillNeededPolicy(session)];
  const names = policies.map(({ name }) => name);
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  if (twice.length > 0) throw new Error(`These rules share an id: ${twice.join(", ")}`);
  return policies;
}
