import { Document } from "yaml";
import { NoData } from "../../alerts/alert-row";
import { BudgetingMethod } from "../counts";
import { durationText } from "../duration";
import type { Objective, ObjectiveDefinition } from "../objective";
import { resolveObjective } from "../resolve-objective";
import { targetShare } from "../target";
import { alertPolicyOf } from "./alert-policy";
import { type Bag, OPENSLO_VERSION, type OpenSloDocument, OpenSloKind } from "./document";
import { METRIC_SOURCE, sliSpecOf } from "./indicator";
import { timeWindowOf } from "./time-window";

/** The name of the data source that all indicators read. */
const DATA_SOURCE = "ring-logs";

/**
 * The objectives of a service as OpenSLO v1: the service, its data source, and for each objective its indicator, itself
 * and one policy for each burn-rate alert. Reading it gives the same objectives.
 *
 * @param service The service's name: lower-case letters, digits and hyphens, as the tag `service` has it.
 * @throws RangeError for a definition that has problems.
 */
export function toOpenSlo(service: string, definitions: readonly ObjectiveDefinition[]): string {
  const documents = [
    documentOf(OpenSloKind.Service, service, { description: `The service ${service}` }),
    documentOf(OpenSloKind.DataSource, DATA_SOURCE, {
      description: "The ring's Log Analytics workspace",
      type: METRIC_SOURCE,
      connectionDetails: {},
    }),
    ...definitions.flatMap((definition) => documentsOf(service, definition)),
  ];
  return documents.map((document) => new Document(document, { aliasDuplicateObjects: false }).toString()).join("---\n");
}

function documentsOf(service: string, definition: ObjectiveDefinition): OpenSloDocument[] {
  const objective = resolveObjective(definition);
  const { name } = objective;
  const policies = objective.rules.map((rule) => alertPolicyOf(name, rule, objective.noData === NoData.Fires));
  const slo = documentOf(OpenSloKind.Slo, name, {
    service,
    indicatorRef: name,
    timeWindow: [timeWindowOf(objective.period)],
    budgetingMethod: objective.method === BudgetingMethod.Timeslices ? "Timeslices" : "Occurrences",
    objectives: [boundOf(objective)],
    alertPolicies: policies.map(({ metadata }) => metadata.name),
  });
  return [documentOf(OpenSloKind.Sli, name, sliSpecOf(definition, DATA_SOURCE)), slo, ...policies];
}

/** The target, and the bound that makes an event or a slice a good one. A slice has one value, so all of it is good. */
function boundOf({ target, underMilliseconds, atLeast, method, binMinutes }: Objective): Bag {
  const share = { target: targetShare(target) };
  const bound =
    underMilliseconds !== undefined
      ? { op: "lte", value: underMilliseconds }
      : atLeast !== undefined
        ? { op: "gte", value: atLeast }
        : {};
  const slice =
    method === BudgetingMethod.Timeslices ? { timeSliceTarget: 1, timeSliceWindow: durationText(binMinutes) } : {};
  return { ...share, ...bound, ...slice };
}

function documentOf(kind: OpenSloKind, name: string, spec: Bag): OpenSloDocument {
  return { apiVersion: OPENSLO_VERSION, kind, metadata: { name }, spec };
}
