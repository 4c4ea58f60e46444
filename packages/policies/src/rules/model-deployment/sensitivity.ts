import { type Judgement, type Resource, tag } from "../../rule";

/** Data that must not be processed just anywhere. */
export const sensitive = ["confidential", "restricted"] as const;

/** Whether a resource says of itself that its data is one of these. */
export function holdsData(resource: Resource, sensitivities: readonly string[]): Judgement {
  return tag(resource, "dataSensitivity").isOneOf(sensitivities);
}
