import type { Log, ReportingDescriptor, ToolComponent } from "sarif";
import type { RehearsedRule, StackRehearsal } from "../../document";
import { product, productVersion } from "../../product";
import { type RehearsalView, type Result, resultsOf } from "../view";
import { invocationOf, refusalResults, refusedByAzure } from "./azure";
import { Fingerprints } from "./fingerprint";
import { ROOT } from "./location";
import { type RulePlace, sarifResult } from "./result";
import { ruleDescriptor } from "./rule-descriptor";

/** What a log is to hold. */
export interface SarifOptions {
  /** Whether it lists what passed and what did not apply too. Readers such as GitHub take each result for a finding. */
  passes?: boolean;
}

/** The published schema, by which editors know the format. */
const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/**
 * A rehearsal as a SARIF 2.1.0 log. All stacks are one run, because GitHub refuses a file whose runs are of the same
 * tool and category; each pack is an extension of the tool, as the standard has it for rules that come from elsewhere.
 */
export function sarifLog({ project, folder, stacks }: RehearsalView, { passes = false }: SarifOptions = {}): Log {
  const fingerprints = new Fingerprints();
  const packs = packsOf(stacks);
  const all = stacks.flatMap(resultsOf);
  const listed = passes ? all : all.filter(({ verdict }) => isFinding(verdict.outcome));
  return {
    version: "2.1.0",
    $schema: SCHEMA,
    runs: [
      {
        tool: {
          driver: {
            name: product.name,
            version: productVersion(),
            informationUri: product.home,
            rules: [refusedByAzure],
          },
          extensions: packs.map(({ extension }) => extension),
        },
        automationDetails: { id: `ringfence/${project}/` },
        originalUriBaseIds: { [ROOT]: { description: { text: "The root of the repository" } } },
        columnKind: "utf16CodeUnits",
        invocations: stacks.map(invocationOf),
        results: [
          ...listed.map((result) => sarifResult(result, placeOf(result, packs), folder, fingerprints)),
          ...stacks.flatMap((stack) => refusalResults(stack, folder, fingerprints)),
        ],
        properties: { counts: countsOf(all) },
      },
    ],
  };
}

/** A pack as an extension, and the places of its rules. */
interface PackExtension {
  name: string;
  extension: ToolComponent;
  rules: ReadonlyMap<string, number>;
}

function packsOf(stacks: readonly StackRehearsal[]): PackExtension[] {
  const stated = new Map<string, { version: string; rules: Map<string, [RehearsedRule, ...RehearsedRule[]]> }>();
  for (const { packs } of stacks)
    for (const { name, version, rules } of packs) {
      const pack = stated.get(name) ?? { version, rules: new Map() };
      stated.set(name, pack);
      for (const rule of rules) {
        const known = pack.rules.get(rule.name);
        if (known) known.push(rule);
        else pack.rules.set(rule.name, [rule]);
      }
    }
  return [...stated].map(([name, { version, rules }]) => ({
    name,
    extension: {
      name,
      ...(version && { version }),
      rules: [...rules.values()].map((rule): ReportingDescriptor => ruleDescriptor(name, rule)),
    },
    rules: new Map([...rules.keys()].map((rule, index) => [rule, index])),
  }));
}

function placeOf({ verdict }: Result, packs: readonly PackExtension[]): RulePlace | undefined {
  const pack = packs.findIndex(({ name }) => name === verdict.pack);
  const rule = packs[pack]?.rules.get(verdict.rule);
  return rule === undefined ? undefined : { pack, rule };
}

function isFinding(outcome: Result["verdict"]["outcome"]): boolean {
  return outcome === "fail" || outcome === "waived" || outcome === "undetermined";
}

/** All verdicts by outcome, those too that are not listed. */
function countsOf(results: readonly Result[]): Record<string, number> {
  const counts: Record<Result["verdict"]["outcome"], number> = {
    pass: 0,
    fail: 0,
    waived: 0,
    undetermined: 0,
    "not-applicable": 0,
  };
  for (const { verdict } of results) counts[verdict.outcome]++;
  return counts;
}
