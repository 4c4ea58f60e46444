import type { LogLine, StackRehearsal } from "../../document";
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
import { containsUnknowns } from "../values/walk";
import type { ValueMap } from "../values/wire";
import { type Pass, type PassParts, runPass } from "./pass";
import type { FinishedStack } from "./schedule";
import { outputsOf, stackDocument } from "./stack-document";

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
  assumptions: () => ReadonlyMap<string, string>;
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
    const document = stackDocument(parts, first, second, ran, (performance.now() - started) / 1000);
    onProgress({ kind: "stack-finished", stack, seconds: document.seconds });
    return { result: document, outputs: deployedOutputs(passParts, first) };
  } finally {
    await Promise.all(starting.map((pack) => pack.then((started) => started.end()).catch(() => undefined)));
    engine.close();
  }
}

/** A pass whose progress nobody follows. */
function silent(parts: PassParts): PassParts {
  return { ...parts, onResource: () => undefined, onFailure: () => undefined };
}

/**
 * What another stack gets that reads this one's outputs: those of a deployed stack, as it would in Azure. After a
 * preview that left some unknown, the stack is deployed in the simulated Azure first; where that fails, they stay
 * unknown.
 */
function deployedOutputs(parts: PassParts, previewed: Pass): () => Promise<ValueMap | undefined> {
  let outputs: Promise<ValueMap | undefined> | undefined;
  const deploy = async (): Promise<ValueMap | undefined> => {
    if (previewed.programError) return undefined;
    const known = outputsOf(previewed.deployment.state);
    if (!parts.identity.preview || !containsUnknowns(known)) return known;
    const engine = await serveEngine(() => undefined);
    try {
      const identity = { ...parts.identity, preview: false };
      const up = await runPass(
        { ...silent(parts), identity, engineAddress: engine.address, packs: async () => [] },
        new Map(),
      );
      return up.programError || up.deployment.incomplete ? known : outputsOf(up.deployment.state);
    } finally {
      engine.close();
    }
  };
  return () => {
    outputs ??= deploy();
    return outputs;
  };
}
