import type { RehearsedResource } from "../../document";
import type { ThresholdRule } from "../evaluation";
import { logRule } from "./log-rule";
import { metricRule } from "./metric-rule";
import type { NotReplayed } from "./not-replayed";
import { programObjectives } from "./program-objectives";
import { textsOf } from "./program-values";
import { propertiesOf } from "./rule-facts";

/** The rules of a program, those that are replayed and those that are not. */
export interface DeployedRules {
  rules: readonly ThresholdRule[];
  notReplayed: readonly NotReplayed[];
}

type ReadRule = (
  resource: RehearsedResource,
  objectives: ReturnType<typeof programObjectives>,
) => ThresholdRule | string;

const kinds: Readonly<Record<string, ReadRule>> = {
  "azure-native:monitor:MetricAlert": metricRule,
  "azure-native:monitor:ScheduledQueryRule": logRule,
  "azure-native:monitor:ActivityLogAlert": () => "it answers single events of the activity log, each of which fires it",
  "azure-native:alertsmanagement:PrometheusRuleGroup": () => "its rules are Prometheus's, and are not evaluated here",
};

/** The alert rules among a program's resources, as they would be deployed: every one of them, in one list or the other. */
export function deployedRules(resources: readonly RehearsedResource[]): DeployedRules {
  const rules: ThresholdRule[] = [];
  const notReplayed: NotReplayed[] = [];
  const objectives = programObjectives(resources);
  for (const resource of [...resources].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const read = kinds[resource.type];
    if (read === undefined) continue;
    const rule = resource.inputs.enabled === false ? switchedOff(resource) : read(resource, objectives);
    if (typeof rule !== "string") {
      rules.push(rule);
      continue;
    }
    const { alert } = propertiesOf(resource);
    notReplayed.push({ name: resource.name, ...(alert !== undefined && { alert }), reason: rule });
  }
  return { rules, notReplayed };
}

function switchedOff(resource: RehearsedResource): string {
  const { offBecause } = textsOf(resource.inputs.tags);
  return offBecause === undefined ? "it is switched off, and says no reason" : `it is switched off: ${offBecause}`;
}
