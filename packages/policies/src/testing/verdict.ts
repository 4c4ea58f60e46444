import type { Policies } from "@pulumi/policy";
import {
  type AnalyzeDiagnostic,
  type AnalyzeResponse,
  EnforcementLevel,
  PolicySeverity,
} from "@pulumi/pulumi/proto/analyzer_pb";
import type { RuleSeverity } from "@ringfence/core/waivers";
import { type Level, type Outcome, outcomeOf as reported, type Verdict } from "../judge/verdict";
import { pathIn } from "../rule";

type Policy = Policies[number];

/** What a policy says by default. */
export function silent(policy: Policy, outcome: Outcome, message: string, urn?: string): Verdict {
  const { name: rule, severity = "unspecified", enforcementLevel: level = "advisory" } = policy;
  return { rule, outcome, ...(urn !== undefined && { urn }), message, severity, level };
}

/** The verdicts that an answer holds: its diagnostics, and what it calls not applicable. */
export function spoken(response: AnalyzeResponse, policies: ReadonlyMap<string, Policy>, urn?: string): Verdict[] {
  const reported = response.getDiagnosticsList().map((diagnostic) => verdict(diagnostic, urn));
  const skipped = response.getNotApplicableList().flatMap((entry) => {
    const policy = policies.get(entry.getPolicyName());
    return policy === undefined ? [] : [silent(policy, "not-applicable", entry.getReason(), urn)];
  });
  return [...reported, ...skipped];
}

function verdict(diagnostic: AnalyzeDiagnostic, resource: string | undefined): Verdict {
  const message = diagnostic.getMessage();
  const urn = diagnostic.getUrn() || resource;
  const path = pathIn(message);
  return {
    rule: diagnostic.getPolicyname(),
    outcome: outcomeOf(message, diagnostic.getDescription()),
    ...(urn !== undefined && { urn }),
    message,
    severity: severities[diagnostic.getSeverity()] ?? "unspecified",
    level: levels[diagnostic.getEnforcementlevel()] ?? "advisory",
    ...(path !== undefined && { path }),
  };
}

/** The SDK's own words for an unknown value that a policy ran into. */
const SDK_UNDETERMINED = /^can't run policy .* during preview: /;

function outcomeOf(message: string, description: string): Outcome {
  const told = message.startsWith(`${description}\n`) ? message.slice(description.length + 1) : message;
  return SDK_UNDETERMINED.test(told) ? "undetermined" : reported(message, description);
}

const severities: Readonly<Record<number, RuleSeverity>> = {
  [PolicySeverity.POLICY_SEVERITY_LOW]: "low",
  [PolicySeverity.POLICY_SEVERITY_MEDIUM]: "medium",
  [PolicySeverity.POLICY_SEVERITY_HIGH]: "high",
  [PolicySeverity.POLICY_SEVERITY_CRITICAL]: "critical",
};

const levels: Readonly<Record<number, Level>> = {
  [EnforcementLevel.ADVISORY]: "advisory",
  [EnforcementLevel.MANDATORY]: "mandatory",
  [EnforcementLevel.REMEDIATE]: "remediate",
  [EnforcementLevel.DISABLED]: "disabled",
};
