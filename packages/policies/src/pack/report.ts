import type { ReportViolation } from "@pulumi/policy";
import { isWholeStack, type Judgement, type Resource, type Rule, undetermined, violation, waived } from "../rule";
import type { Session } from "./session";

/**
 * What the SDK's reportViolation also takes, since 1.20 (server.js makeReportViolationFun; not in its typings): the
 * whole message, and a level for this one report.
 */
export interface Report {
  message: string;
  urn: string | undefined;
  enforcementLevel?: "advisory" | "mandatory";
}

type Subject = Pick<Resource, "urn" | "name" | "token" | "azure">;

/**
 * Reports what a judgement came to. `subject` is the resource, for a rule about the stack as a whole the stack's own:
 * waivers name it, but the report does not.
 */
export function report(
  rule: Rule,
  subject: Subject | undefined,
  judgement: Judgement,
  session: Session,
  tell: ReportViolation,
): void {
  const say = tell as unknown as (report: Report) => void;
  const urn = isWholeStack(rule) ? undefined : subject?.urn;
  if (judgement.is === "unknown")
    say({ message: undetermined(rule, judgement.paths), urn, enforcementLevel: "advisory" });
  if (judgement.is !== "fails") return;
  const { waiver, ...answer } = subject === undefined ? { waiver: undefined } : session.waivers.ask(rule.id, subject);
  for (const finding of judgement.findings) {
    if (waiver !== undefined) {
      const message = waived(rule, finding, waiver.expires, waiver.owner);
      say({ message, urn, enforcementLevel: "advisory" });
      continue;
    }
    const refused =
      "refused" in answer && answer.refused !== undefined ? ` (a waiver does not hold: ${answer.refused})` : "";
    const changed = session.changedLevel(rule);
    const enforcementLevel = changed === "disabled" ? undefined : changed;
    say({ message: violation(rule, finding, refused), urn, enforcementLevel });
  }
}

/** Judges, and says so where the rule itself breaks: a rule that could not run must not look like one that passed. */
export function judged(judge: () => Judgement): Judgement {
  try {
    return judge();
  } catch (error) {
    const kind = error instanceof Error ? error.name : "an error";
    return {
      is: "fails",
      findings: [{ path: "", problem: `the rule itself broke on this resource (${kind}); please report it` }],
    };
  }
}
