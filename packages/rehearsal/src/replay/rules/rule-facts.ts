import { type Severity, severityNames } from "@ringfence/core/severities";
import type { RehearsedResource } from "../../document";
import type { RuleFacts } from "../evaluation";
import { inputAt, nameOf, numberOf, textsOf } from "./program-values";

/** What a rule's custom properties say; Ringfence's rules carry the catalogue's id, the question and the runbook. */
export function propertiesOf(rule: RehearsedResource): Record<string, string> {
  const metric = textsOf(inputAt(rule, "actions", 0, "webHookProperties"));
  return { ...metric, ...textsOf(inputAt(rule, "actions", "customProperties")) };
}

/** What both kinds of rule say of themselves; `watches` is the input whose dependencies are what they watch. */
export function factsOf(rule: RehearsedResource, watches: string): RuleFacts {
  const { alert, asks, runbook } = propertiesOf(rule);
  return {
    name: rule.name,
    alert: alert ?? textsOf(rule.inputs.tags).alert ?? rule.name,
    ...(asks !== undefined && { asks }),
    severity: severityOf(rule),
    receivers: (rule.propertyDependencies.actions ?? []).filter(isActionGroup).map(nameOf).sort(),
    scope: (rule.propertyDependencies[watches] ?? []).filter((urn) => !isActionGroup(urn)),
    ...(runbook !== undefined && { runbook }),
  };
}

/** Azure's severity 0 to 4; it takes 3 where a rule states none. */
function severityOf(rule: RehearsedResource): Severity {
  return severityNames[numberOf(rule.inputs.severity) ?? 3] ?? "Sev3";
}

function isActionGroup(urn: string): boolean {
  return urn.includes("azure-native:monitor:ActionGroup::");
}

/** The ring that a program's rules are for; undefined where they do not say, or not the same. */
export function ringOf(resources: readonly RehearsedResource[]): string | undefined {
  const rings = new Set(resources.flatMap((resource) => propertiesOf(resource).ring ?? []));
  return rings.size === 1 ? [...rings][0] : undefined;
}
