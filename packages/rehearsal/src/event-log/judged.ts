import type { Outcome, RehearsedPack, RehearsedRule, RuleSeverity, Verdict } from "../document";
import type { EngineEvent, PolicyEvent, PolicySummaryEvent } from "./engine-event";
import { rawText } from "./raw-text";

/** What the packs said in a run, as far as the engine's events tell it: violations, and what passed. */
export function judged(
  events: readonly EngineEvent[],
  versions: Readonly<Record<string, string>>,
): { verdicts: Verdict[]; packs: RehearsedPack[] } {
  const rules = new Rules(versions);
  const summaries = events.flatMap(({ policyAnalyzeSummaryEvent: event }) => (event ? [event] : []));
  const stackSummaries = events.flatMap(({ policyAnalyzeStackSummaryEvent: event }) => (event ? [event] : []));
  for (const summary of stackSummaries) rules.mention(summary, "stack");
  for (const summary of summaries) rules.mention(summary, "resource");
  const said = events.flatMap(({ policyEvent }) => (policyEvent ? [rules.verdict(policyEvent)] : []));
  const passed = [...summaries, ...stackSummaries].flatMap((summary) => rules.passes(summary));
  return { verdicts: [...said, ...passed], packs: rules.packs() };
}

/** The rules that a log names. It does not describe them; what can be known of them is gathered from what they say. */
class Rules {
  private readonly found = new Map<string, Map<string, RehearsedRule>>();
  private readonly versions = new Map<string, string>();

  constructor(versions: Readonly<Record<string, string>>) {
    for (const [pack, version] of Object.entries(versions)) this.pack(pack, version);
  }

  /** Learns a summary's rules, and whether they judge resources or the stack. */
  mention(
    { policyPackName: pack, passed = [], failed = [], ...version }: PolicySummaryEvent,
    judges: RehearsedRule["judges"],
  ) {
    for (const name of [...passed, ...failed]) {
      const rules = this.pack(pack, versionOf(version));
      if (!rules.has(name)) rules.set(name, newRule(name, judges));
    }
  }

  verdict(event: PolicyEvent): Verdict {
    const { policyPackName: pack, policyName, resourceUrn, ...version } = event;
    const rules = this.pack(pack, versionOf(version));
    const rule = rules.get(policyName) ?? newRule(policyName, "resource");
    rules.set(policyName, rule);
    const message = rawText(event.message);
    const outcome = outcomeOf(message);
    const level = levelOf(event.enforcementLevel);
    const severity = severityOf(event.severity);
    if (outcome === "fail") rule.level = level;
    if (severity !== "unspecified") rule.severity = severity;
    if (rule.description === "" && message.includes("\n")) rule.description = message.split("\n", 1)[0] ?? "";
    const whole = rule.judges === "stack" && resourceUrn?.split("::")[2] === "pulumi:pulumi:Stack";
    return {
      pack,
      rule: policyName,
      outcome,
      level,
      severity,
      ...(resourceUrn && !whole && { urn: resourceUrn }),
      message,
    };
  }

  passes({ policyPackName: pack, resourceUrn, passed = [] }: PolicySummaryEvent): Verdict[] {
    return passed.map((name) => {
      const { level, severity } = this.found.get(pack)?.get(name) ?? newRule(name, "resource");
      const urn = resourceUrn ? { urn: resourceUrn } : {};
      return { pack, rule: name, outcome: "pass", level, severity, ...urn, message: "" };
    });
  }

  packs(): RehearsedPack[] {
    return [...this.found].map(([name, rules]) => ({
      name,
      version: this.versions.get(name) ?? "",
      rules: [...rules.values()],
    }));
  }

  private pack(name: string, version: string): Map<string, RehearsedRule> {
    const rules = this.found.get(name) ?? new Map<string, RehearsedRule>();
    this.found.set(name, rules);
    if (version !== "") this.versions.set(name, version.replace(/^v(?=\d)/, ""));
    return rules;
  }
}

function newRule(name: string, judges: RehearsedRule["judges"]): RehearsedRule {
  return { name, title: name, description: "", severity: "unspecified", level: "advisory", judges };
}

function versionOf(event: Partial<Pick<PolicyEvent, "policyPackVersion" | "policyPackVersionTag">>): string {
  return event.policyPackVersionTag || event.policyPackVersion || "";
}

/** Our rules say what is no violation by how the text after the description starts; the SDK in words of its own. */
function outcomeOf(message: string): Outcome {
  if (/^can't run (?:policy|remediation) '.*' from policy pack '.*' during preview/.test(message))
    return "undetermined";
  const line = message.split("\n").find((text) => /^(?:Undetermined|Waived): /.test(text));
  if (line === undefined) return "fail";
  return line.startsWith("Waived") ? "waived" : "undetermined";
}

function levelOf(level: string): Verdict["level"] {
  return level === "mandatory" || level === "remediate" ? "mandatory" : level === "disabled" ? "disabled" : "advisory";
}

function severityOf(severity: string | undefined): RuleSeverity {
  return severity === "low" || severity === "medium" || severity === "high" || severity === "critical"
    ? severity
    : "unspecified";
}
