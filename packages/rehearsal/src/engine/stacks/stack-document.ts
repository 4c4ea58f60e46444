import type { Refusal, StackRehearsal } from "../../document";
import { rehearsedResource, shownMap } from "../deploy/document";
import type { Pack } from "../packs/pack";
import type { StackState } from "../state/resource-state";
import { ROOT_STACK_TYPE } from "../state/urn";
import { SecretMask } from "../values/secret-mask";
import type { ValueMap } from "../values/wire";
import type { Pass } from "./pass";
import type { StackParts } from "./rehearse-stack";

/** The outputs that a stack's program exports. */
export function outputsOf(state: StackState): ValueMap {
  return [...state.values()].find(({ type }) => type === ROOT_STACK_TYPE)?.outputs ?? {};
}

function inSecondPass(refusal: Refusal): Refusal {
  return { ...refusal, message: `In the second pass: ${refusal.message}` };
}

/** Writes down what a stack's passes found, with every secret hidden. */
export function stackDocument(
  parts: StackParts,
  first: Pass,
  second: Pass | undefined,
  packs: readonly Pack[],
  seconds: number,
): StackRehearsal {
  const { recorder } = first;
  const state = first.deployment.state;
  const mask = new SecretMask();
  for (const key of parts.config.secretKeys) mask.learn(parts.config.values[key], true);
  for (const resource of state.values()) for (const map of [resource.inputs, resource.outputs]) mask.learn(map);
  const types = new Set([...state.values()].map(({ type }) => type));
  const secondError = second?.programError;
  const assumed = new Set(
    [...parts.assumptions()].filter(([urn]) => state.has(urn)).map(([, assumption]) => assumption),
  );
  const refusals = [...recorder.refusals, ...(second?.recorder.refusals ?? []).map(inSecondPass)];
  const refusedAt = [...first.sources.all].filter(([urn]) => !state.has(urn));
  return {
    stack: parts.stack,
    mode: parts.mode,
    resources: [...state.values()].map((resource) => {
      const source = first.sources.all.get(resource.urn);
      return { ...rehearsedResource(resource), ...(source && { source }) };
    }),
    verdicts: recorder.verdicts.map((verdict) => ({ ...verdict, message: mask.hide(verdict.message) })),
    outputs: shownMap(outputsOf(state)),
    refusals: refusals.map((refusal) => ({ ...refusal, message: mask.hide(refusal.message) })),
    seconds: Math.round(seconds * 1000) / 1000,
    packs: packs.map(({ description }) => description),
    unmodelledTypes: [...parts.unmodelledTypes()].filter((type) => types.has(type)).sort(),
    notes: [...parts.config.notes, ...assumed, ...recorder.notes, ...packs.flatMap(({ notes }) => notes)].map((note) =>
      mask.hide(note),
    ),
    log: recorder.log.map((line) => ({ ...line, message: mask.hide(line.message) })),
    ...(refusedAt.length > 0 ? { refusedAt: Object.fromEntries(refusedAt) } : {}),
    ...(second ? { secondPass: second.deployment.changes } : {}),
    ...(first.programError || secondError
      ? { programError: mask.hide(first.programError ?? `In the second pass: ${secondError}`) }
      : {}),
  };
}
