import type { LogLine, StackRehearsal } from "../../document";
import { rehearsedResource, shownMap } from "../deploy/document";
import type { ProviderHost } from "../deploy/provider-registry";
import type { StackOutputs } from "../deploy/stack-references";
import { serveEngine } from "../monitor/engine-service";
import { Pack } from "../packs/pack";
import type { PackConfig } from "../packs/pack-config";
import type { PackFile } from "../packs/pack-file";
import { ORGANIZATION, type StackIdentity } from "../program/node-host";
import type { ProgressEvent } from "../progress";
import type { StackConfig } from "../project/config";
import type { Project } from "../project/project";
import type { StackState } from "../state/resource-state";
import { ROOT_STACK_TYPE } from "../state/urn";
import { SecretMask } from "../values/secret-mask";
import type { ValueMap } from "../values/wire";
import { type Pass, type PassParts, runPass } from "./pass";
import type { FinishedStack } from "./schedule";

/** What one stack's rehearsal needs. */
export interface StackParts {
  project: Project;
  stack: string;
  config: StackConfig;
  mode: "preview" | "up";
  twice: boolean;
  packs: readonly { file: PackFile; config: PackConfig | undefined }[];
  providers: ProviderHost;
  unmodelledTypes: () => ReadonlySet<string>;
  onProgress: (event: ProgressEvent) => void;
  timeout: number;
}

/** Rehearses one stack: starts its packs beside its program, runs one pass, or two, and writes down what was found. */
export async function rehearseStack(
  parts: StackParts,
  references: StackOutputs,
): Promise<FinishedStack<StackRehearsal>> {
  const { project, stack, config, onProgress } = parts;
  const started = performance.now();
  onProgress({ kind: "stack-started", stack });
  const identity: StackIdentity = {
    organization: ORGANIZATION,
    project: project.name,
    stack,
    preview: parts.mode === "preview",
    config,
  };
  let onLog: (line: LogLine) => void = () => undefined;
  const engine = await serveEngine((line) => onLog(line));
  const starting = parts.packs.map(({ file, config: packConfig }) =>
    Pack.start(file, packConfig, identity, engine.address, (message) => onLog({ severity: "info", message })),
  );
  const packs = Promise.all(starting);
  packs.catch(() => undefined);
  try {
    const passParts: PassParts = {
      project,
      identity,
      providers: parts.providers,
      references,
      packs: () => packs,
      engineAddress: engine.address,
      listen: (listener) => {
        onLog = listener;
      },
      onResource: (urn, action) => onProgress({ kind: "resource", stack, urn, action }),
      onFailure: ({ pack, rule, level, urn }) =>
        onProgress({
          kind: "violation",
          stack,
          pack,
          rule,
          level: level === "mandatory" ? "mandatory" : "advisory",
          urn,
        }),
      timeout: parts.timeout,
    };
    const first = await runPass(passParts, new Map());
    const ran = await packs;
    const succeeded = !first.programError && !first.deployment.incomplete;
    if (parts.twice && !succeeded) first.recorder.note("There was no second pass: the first did not succeed.");
    const second = parts.twice && succeeded ? await runPass(silent(passParts), first.deployment.state) : undefined;
    const state = first.deployment.state;
    const document = describe(parts, first, second, ran, (performance.now() - started) / 1000);
    onProgress({ kind: "stack-finished", stack, seconds: document.seconds });
    return { result: document, outputs: first.programError ? undefined : outputsOf(state) };
  } finally {
    for (const pack of await Promise.allSettled(starting)) if (pack.status === "fulfilled") await pack.value.end();
    engine.close();
  }
}

/** A pass whose progress nobody follows. */
function silent(parts: PassParts): PassParts {
  return { ...parts, onResource: () => undefined, onFailure: () => undefined };
}

function outputsOf(state: StackState): ValueMap {
  return [...state.values()].find(({ type }) => type === ROOT_STACK_TYPE)?.outputs ?? {};
}

function describe(
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
  return {
    stack: parts.stack,
    mode: parts.mode,
    resources: [...state.values()].map(rehearsedResource),
    verdicts: recorder.verdicts.map((verdict) => ({ ...verdict, message: mask.hide(verdict.message) })),
    outputs: shownMap(outputsOf(state)),
    refusals: recorder.refusals.map((refusal) => ({ ...refusal, message: mask.hide(refusal.message) })),
    seconds: Math.round(seconds * 1000) / 1000,
    packs: packs.map(({ description }) => description),
    unmodelledTypes: [...parts.unmodelledTypes()].filter((type) => types.has(type)).sort(),
    notes: [...parts.config.notes, ...recorder.notes, ...packs.flatMap(({ notes }) => notes)].map((note) =>
      mask.hide(note),
    ),
    log: recorder.log.map((line) => ({ ...line, message: mask.hide(line.message) })),
    ...(second ? { secondPass: second.deployment.changes } : {}),
    ...(first.programError || secondError
      ? { programError: mask.hide(first.programError ?? `In the second pass: ${secondError}`) }
      : {}),
  };
}
