/** One violation: where, and what is wrong there. Never the value that was given: it may be a secret. */
export interface Finding {
  /** The property's path: `properties.attributes.expires`; empty for the resource as a whole. */
  path: string;
  /** What is wrong and what is allowed; no full stop at the end. */
  problem: string;
}

/** What a condition comes to: Kleene's three values with their reasons, or that it is not a matter for this resource. */
export type Judgement =
  | { readonly is: "holds" }
  | { readonly is: "fails"; readonly findings: readonly Finding[] }
  | { readonly is: "unknown"; readonly paths: readonly string[] }
  | { readonly is: "not applicable"; readonly reason: string };

export const holds: Judgement = { is: "holds" };

/** The condition does not hold at this path. */
export function fails(path: string, problem: string): Judgement {
  return { is: "fails", findings: [{ path, problem }] };
}

/** The condition turns on values that are not known yet. */
export function unknown(...paths: readonly string[]): Judgement {
  return { is: "unknown", paths };
}

/** The rule has nothing to say of this resource. */
export function notApplicable(reason: string): Judgement {
  return { is: "not applicable", reason };
}

/** Holds if all do. Fails with every finding as soon as one is known to fail, whatever is unknown beside it. */
export function allOf(...judgements: readonly Judgement[]): Judgement {
  if (judgements.every(({ is }) => is === "holds")) return holds;
  const findings = judgements.flatMap((judgement) => (judgement.is === "fails" ? judgement.findings : []));
  if (findings.length > 0) return { is: "fails", findings };
  const paths = unknownPaths(judgements);
  return paths.length > 0 ? { is: "unknown", paths } : holds;
}

/** Holds as soon as one is known to hold, whatever is unknown beside it. Fails with one finding that names them all. */
export function anyOf(...judgements: readonly Judgement[]): Judgement {
  if (judgements.some((judgement) => judgement.is === "holds")) return holds;
  const paths = unknownPaths(judgements);
  if (paths.length > 0) return { is: "unknown", paths };
  const [first, ...rest] = judgements.flatMap((judgement) => (judgement.is === "fails" ? judgement.findings : []));
  if (first === undefined) return fails("", "none of the ways to satisfy this rule was taken");
  const others = rest.map(({ path, problem }) => `; or ${path}: ${problem}`).join("");
  return fails(first.path, `${first.problem}${others}`);
}

/** Holds where the other fails; what fails is said anew, because nobody can turn a sentence round. */
export function not(judgement: Judgement, path: string, problem: string): Judgement {
  if (judgement.is === "holds") return fails(path, problem);
  return judgement.is === "fails" ? holds : judgement;
}

function unknownPaths(judgements: readonly Judgement[]): string[] {
  return [...new Set(judgements.flatMap((judgement) => (judgement.is === "unknown" ? judgement.paths : [])))];
}
