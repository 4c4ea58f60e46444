import type { ReportViolation } from "@pulumi/policy";
import { type Report, report } from "../pack/report";
import type { Session } from "../pack/session";
import { isWholeStack, type Judgement, pathIn, type Resource, type Rule } from "../rule";
import { type Level, outcomeOf, type Verdict } from "./verdict";

/** Writes the verdicts of rules down, in the words in which a pack would report them. */
export class VerdictWriter {
  readonly verdicts: Verdict[] = [];
  private readonly levels = new Map<Rule, Level>();

  constructor(private readonly session: Session) {}

  /** Writes what a rule says of a resource, or of the stack as a whole, whose own resource waivers then name. */
  write(rule: Rule, subject: Resource | undefined, judgement: Judgement): void {
    const urn = isWholeStack(rule) ? undefined : subject?.urn;
    if (judgement.is === "holds") this.add(rule, "pass", rule.title, urn);
    else if (judgement.is === "not applicable") this.add(rule, "not-applicable", judgement.reason, urn);
    else this.tell(rule, subject, judgement);
  }

  /** Writes violations and what is undetermined, and nothing else. */
  tell(rule: Rule, subject: Resource | undefined, judgement: Judgement): void {
    const tell = ({ message, urn, enforcementLevel }: Report) => {
      const path = pathIn(message);
      this.verdicts.push({
        rule: rule.id,
        outcome: outcomeOf(message, rule.title),
        ...(urn !== undefined && { urn }),
        message,
        severity: rule.severity,
        level: enforcementLevel ?? this.levelOf(rule),
        ...(path !== undefined && { path }),
      });
    };
    report(rule, subject, judgement, this.session, tell as unknown as ReportViolation);
  }

  private add(rule: Rule, outcome: "pass" | "not-applicable", message: string, urn: string | undefined): void {
    const { id, severity } = rule;
    const verdict: Verdict = { rule: id, outcome, message, severity, level: this.levelOf(rule) };
    if (urn !== undefined) verdict.urn = urn;
    this.verdicts.push(verdict);
  }

  private levelOf(rule: Rule): Level {
    const known = this.levels.get(rule);
    if (known !== undefined) return known;
    const level = this.session.levelAtStart(rule);
    this.levels.set(rule, level);
    return level;
  }
}
