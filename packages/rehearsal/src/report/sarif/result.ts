import type { Result as SarifResult } from "sarif";
import type { Outcome } from "../../document";
import type { Result } from "../view";
import type { Fingerprints } from "./fingerprint";
import { locationOf } from "./location";
import { levelOf } from "./severity";

const kinds: Readonly<Record<Outcome, NonNullable<SarifResult["kind"]>>> = {
  fail: "fail",
  waived: "fail",
  undetermined: "open",
  pass: "pass",
  "not-applicable": "notApplicable",
};

/** Where a rule is described: by its pack's place among the tool's extensions, and its own in the pack. */
export interface RulePlace {
  pack: number;
  rule: number;
}

/**
 * A verdict as SARIF tells it. A waived one stays a failure that is suppressed; one that cannot be told yet is open.
 * Only failures have a level, as the standard asks (section 3.27.10).
 */
export function sarifResult(
  result: Result,
  place: RulePlace | undefined,
  folder: string | undefined,
  fingerprints: Fingerprints,
): SarifResult {
  const { stack, verdict, what, fix, resource, source, waiver } = result;
  const { pack, rule, outcome, level, severity, urn } = verdict;
  const kind = kinds[outcome];
  return {
    ruleId: rule,
    ...(place && { rule: { id: rule, index: place.rule, toolComponent: { name: pack, index: place.pack } } }),
    kind,
    level: kind === "fail" ? levelOf(level) : "none",
    message: { text: messageOf(result, fix) },
    locations: [locationOf({ stack, urn, name: resource?.name, source }, folder)],
    partialFingerprints: fingerprints.of(stack, `${pack}/${rule}`, urn),
    ...(outcome === "waived" && {
      suppressions: [
        {
          kind: "external",
          status: "accepted",
          justification: waiver ? `Waived until ${waiver.expires} by ${waiver.owner}` : what,
        },
      ],
    }),
    properties: { stack, pack, outcome, severity, enforcementLevel: level },
  };
}

function messageOf({ stack, verdict, title, what, resource, waiver }: Result, fix: string | undefined): string {
  const subject = resource ? `${resource.name} (${resource.type})` : "the stack as a whole";
  const said = waiver?.what ?? what;
  const parts = [
    `${stack}: ${subject}: ${verdict.outcome === "pass" ? title : said}`,
    ...(verdict.outcome === "fail" && fix ? [`Fix: ${fix}`] : []),
  ];
  return parts.join("\n");
}
