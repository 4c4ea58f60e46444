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
  const violations = response.getDiagnosticsList();
  const known = new Set(rules.map(({ name }) => name));
  const ofRules = rules.flatMap((rule): Verdict[] => {
    const own = violations.filter((violation) => violation.getPolicyname() === rule.name);
    if (own.length > 0) return own.map((violation) => verdictOf(pack, rule, violation, judged));
    const reason = notApplicable.get(rule.name);
    const outcome = reason === undefined ? "pass" : "not-applicable";
    const { level, severity } = rule;
    return [{ pack, rule: rule.name, outcome, level, severity, ...judged, message: reason ?? "" }];
  });
  const ofOthers = violations.filter((violation) => !known.has(violation.getPolicyname()));
  return [...ofRules, ...ofOthers.map((violation) => verdictOf(pack, undefined, violation, judged))];
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
