import type { AnalyzeDiagnostic, AnalyzeResponse } from "@pulumi/pulumi/proto/analyzer_pb";
import type { Outcome, RehearsedRule, Verdict } from "../../document";
import { levelOf, severityOf } from "./levels";

/** The message with which `@pulumi/policy` says that a policy met a value that a preview does not know. */
const CANNOT_RUN = /^can't run (?:policy|remediation) '.*' from policy pack '.*' during preview/;

/** What is judged: a resource, or the stack as a whole. */
export interface Judged {
  urn?: string;
}

/**
 * What every rule says of what was judged. Pulumi's protocol has only violations and "not applicable"; a rule of which
 * neither is heard has passed.
 */
export function verdictsOf(
  pack: string,
  rules: readonly RehearsedRule[],
  response: AnalyzeResponse,
  judged: Judged,
): Verdict[] {
  const notApplicable = new Map(response.getNotApplicableList().map((n) => [n.getPolicyName(), n.getReason()]));
  const byName = new Map(rules.map((rule) => [rule.name, rule]));
  const verdicts = response
    .getDiagnosticsList()
    .map((violation) => verdictOf(pack, byName.get(violation.getPolicyname()), violation, judged));
  const heard = new Set(verdicts.map(({ rule }) => rule));
  for (const rule of rules) {
    if (heard.has(rule.name)) continue;
    const reason = notApplicable.get(rule.name);
    verdicts.push({
      pack,
      rule: rule.name,
      outcome: reason === undefined ? "pass" : "not-applicable",
      level: rule.level,
      severity: rule.severity,
      ...judged,
      message: reason ?? "",
    });
  }
  return verdicts;
}

function verdictOf(
  pack: string,
  rule: RehearsedRule | undefined,
  violation: AnalyzeDiagnostic,
  judged: Judged,
): Verdict {
  const outcome = outcomeOf(violation);
  const severity = severityOf(violation.getSeverity());
  const reported = levelOf(violation.getEnforcementlevel());
  const urn = judged.urn ?? (violation.getUrn() || undefined);
  return {
    pack,
    rule: violation.getPolicyname(),
    outcome,
    level: outcome === "fail" ? (reported === "remediate" ? "mandatory" : reported) : (rule?.level ?? reported),
    severity: severity === "unspecified" ? (rule?.severity ?? severity) : severity,
    ...(urn === undefined ? {} : { urn }),
    message: violation.getMessage(),
  };
}

/**
 * Our rules say "undetermined" and "waived" by how the text after their description starts; the SDK says that an
 * unknown value stopped a rule.
 */
function outcomeOf(violation: AnalyzeDiagnostic): Outcome {
  const message = violation.getMessage();
  const description = violation.getDescription();
  const text = message.startsWith(description) ? message.slice(description.length).trimStart() : message;
  if (text.startsWith("Undetermined: ") || CANNOT_RUN.test(message)) return "undetermined";
  return text.startsWith("Waived: ") ? "waived" : "fail";
}
