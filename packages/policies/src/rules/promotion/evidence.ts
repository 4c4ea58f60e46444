import { type Resource, type Stack, type StackResource, tag, Value } from "../../rule";

/** What a promotion has to show for itself. Tags have the same names with `evidence-` before them. */
export type EvidenceField = "digest" | "approver" | "from" | "evaluated";

/** The evidence of one model deployment, wherever it was given. */
export interface Evidence {
  field(name: EvidenceField): Value;
  /** The share of the evaluated answers that passed, 0 to 1; a tag `evidence-score-<name>` holds it as a text. */
  score(name: string): Value;
}

/** The setting by which a pipeline hands a pack the evidence of a run. */
export const evidenceConfig = {
  type: "object",
  default: {} as Readonly<Record<string, unknown>>,
  description:
    "Evidence by the deployment's name: {digest, approver, from, evaluated, scores: {name: share}}; what is missing here is looked for in the inputs of the component around the deployment (evidence, or that of its row in models), then in the deployment's tags",
} as const;

/** The evidence of a deployment from configuration, component inputs or tags; undefined if there is none. */
export function evidenceOf(
  deployment: StackResource,
  stack: Stack,
  configured: Readonly<Record<string, unknown>>,
): Evidence | undefined {
  const name = deployment.at("deploymentName").text ?? deployment.name;
  const stated = [
    Value.root({ evidence: configured }).at("evidence").child(name),
    ...aroundIt(deployment, stack).flatMap((component) => [...rowsOf(component, name), component.at("evidence")]),
  ].find(({ isAbsent }) => !isAbsent);
  if (stated !== undefined)
    return { field: (field) => stated.child(field), score: (score) => stated.child("scores").child(score) };
  return isTagged(deployment) ? taggedEvidence(deployment) : undefined;
}

/** The components that a resource is inside of, the nearest first. */
function aroundIt(resource: StackResource, stack: Stack): readonly StackResource[] {
  const parent = resource.parent === undefined ? undefined : stack.find(resource.parent);
  return parent === undefined ? [] : [parent, ...aroundIt(parent, stack)];
}

function rowsOf(component: StackResource, name: string): readonly Value[] {
  return component
    .at("models")
    .items()
    .filter((row) => row.child("name").text?.toLowerCase() === name.toLowerCase())
    .map((row) => row.child("evidence"));
}

const PREFIX = "evidence-";

function isTagged(resource: Resource): boolean {
  const tags = resource.at("tags");
  return tags.isUnknown || tags.keys().some((key) => key.toLowerCase().startsWith(PREFIX));
}

function taggedEvidence(resource: Resource): Evidence {
  return {
    field: (field) => tag(resource, `${PREFIX}${field}`),
    score: (score) => tag(resource, `${PREFIX}score-${score}`),
  };
}
