import type { LogLine, Verdict } from "../../document";
import { BuiltinProvider } from "../deploy/builtin";
import { Deployment } from "../deploy/deployment";
import { ResourceHooks } from "../deploy/hooks";
import { Judgement } from "../deploy/judgement";
import { type ProviderHost, ProviderRegistry } from "../deploy/provider-registry";
import { Recorder } from "../deploy/recorder";
import type { StackOutputs } from "../deploy/stack-references";
import type { Action } from "../deploy/steps";
import { Callbacks } from "../monitor/callbacks";
import { serveMonitor } from "../monitor/monitor";
import { Sources } from "../monitor/sources";
import type { Pack } from "../packs/pack";
import type { StackIdentity } from "../program/node-host";
import { runProgram } from "../program/run-program";
import type { Project } from "../project/project";
import type { StackState } from "../state/resource-state";
import { programErrorOf } from "./program-error";

/** What one pass over a program needs. */
export interface PassParts {
  project: Project;
  identity: StackIdentity;
  providers: ProviderHost;
  references: StackOutputs;
  packs: () => Promise<readonly Pack[]>;
  engineAddress: string;
  /** Sends what programs and packs log to the pass that runs. */
  listen: (onLog: (line: LogLine) => void) => void;
  onResource: (urn: string, action: Action | "read" | "refused") => void;
  onFailure: (verdict: Verdict) => void;
  /** Milliseconds that the program may take. */
  timeout: number;
}

/** What one pass found. */
export interface Pass {
  recorder: Recorder;
  deployment: Deployment;
  sources: Sources;
  programError: string | undefined;
}

/** Why rules of the whole stack do not judge a run that did not succeed, in the engine as here. */
const STACK_NOT_JUDGED = "Not judged: rules over the whole stack run only when every resource succeeded.";

/** Runs the program once against the state before it. */
export async function runPass(parts: PassParts, olds: StackState): Promise<Pass> {
  const { identity, project } = parts;
  const recorder = new Recorder();
  parts.listen(({ severity, message, urn }) => recorder.line(severity, message, urn));
  const callbacks = new Callbacks();
  const hooks = new ResourceHooks(callbacks, identity.preview, (message, urn) =>
    recorder.line("warning", message, urn),
  );
  const registry = new ProviderRegistry(parts.providers, () => parts.engineAddress, identity.preview);
  const judgement = new Judgement(parts.packs, recorder, parts.onFailure);
  const builtin = new BuiltinProvider(parts.references, identity.preview, recorder, (urn) => deployment.find(urn));
  const deployment: Deployment = new Deployment(
    { identity, registry, builtin, judgement, hooks, recorder, onResource: parts.onResource },
    olds,
  );
  let finished: Promise<void> | undefined;
  const finish = (succeeded: boolean): Promise<void> => {
    finished ??= finishPass({ deployment, judgement, recorder }, succeeded && recorder.errors.length === 0);
    return finished;
  };
  const sources = new Sources(project.root, project.programDirectory);
  const monitor = await serveMonitor({
    identity,
    deployment,
    registry,
    builtin,
    callbacks,
    hooks,
    programDirectory: project.programDirectory,
    sources,
    onProgramDone: () => finish(true),
  });
  try {
    const exit = await runProgram(project, identity, {
      monitorAddress: monitor.address,
      engineAddress: parts.engineAddress,
      timeout: parts.timeout,
      onLine: (line, stream) =>
        recorder.line(isFromNode(line) ? "debug" : stream === "stderr" ? "warning" : "info", line),
    });
    await finish(exit.code === 0);
    return { recorder, deployment, sources, programError: programErrorOf(exit, recorder, parts.timeout) };
  } finally {
    monitor.close();
    callbacks.close();
    registry.close();
  }
}

async function finishPass(parts: Finishing, succeeded: boolean): Promise<void> {
  const { deployment, judgement, recorder } = parts;
  const complete = succeeded && !deployment.incomplete;
  if (complete) await deployment.deleteUnclaimed();
  const owned = [...deployment.state.values()].filter(({ external }) => !external);
  try {
    await judgement.judgeStack(owned, (r) => deployment.providerOf(r), complete ? undefined : STACK_NOT_JUDGED);
  } catch (error) {
    recorder.error(error instanceof Error ? error.message : String(error));
  }
}

/** What the end of a pass needs. */
interface Finishing {
  deployment: Deployment;
  judgement: Judgement;
  recorder: Recorder;
}

/** Node's own remarks on packages that the program uses, such as deprecations. */
function isFromNode(line: string): boolean {
  return /^\(node:\d+\) |^\(Use `node --trace-/.test(line);
}
