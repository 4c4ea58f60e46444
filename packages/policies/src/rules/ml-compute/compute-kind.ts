import { anyOf, holds, type Judgement, type Resource, unknown } from "../../rule";

/** The kinds of compute whose machines Machine Learning itself creates; all others are attached from elsewhere. */
export const managedKinds: readonly string[] = ["AmlCompute", "ComputeInstance"];

/** Judges compute of these kinds, and compute that names no kind: leaving it out must not be a way past a rule. */
export function whereKind(compute: Resource, kinds: readonly string[], judge: () => Judgement): Judgement {
  const kind = compute.at("properties.computeType");
  const due = anyOf(kind.isMissing(), kind.isOneOf(kinds));
  if (due.is === "fails") return holds;
  const judgement = judge();
  return due.is === "unknown" && judgement.is === "fails" ? unknown(...due.paths) : judgement;
}
