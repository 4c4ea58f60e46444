import type { LogLine, RehearsalDocument, Verdict } from "../../document";
import { serveEngine } from "../monitor/engine-service";
import { Pack } from "../packs/pack";
import { type PackConfig, readPackConfig } from "../packs/pack-config";
import { type PackFile, packsOfProject, readPackFile } from "../packs/pack-file";
import { analyzeRequest, analyzeStackRequest } from "../packs/subject";
import { ORGANIZATION, type StackIdentity } from "../program/node-host";
import { parseConfigKey } from "../project/config-key";
import { loadProject, type Project } from "../project/project";
import { folderInRepository } from "../project/repository";
import type { PolicyPackOption } from "../rehearse";
import type { ResourceState } from "../state/resource-state";
import { parseProviderReference } from "../state/urn";
import { UsageError } from "../usage-error";
import { type ExportedStack, readExportedStack } from "./exported-stack";
import { judgedStack } from "./judged-stack";

/** Which exported stack to judge, and how. */
export interface JudgeStateOptions {
  /** What `pulumi stack export` wrote. */
  stateFile: string;
  /** Left out: the packs in the `policy-packs` folder of the project that `directory` belongs to. */
  policyPacks?: PolicyPackOption[];
  /** Where to look for the project; the working directory where left out. */
  directory?: string;
  /** The stack's name as packs are told it; left out: as its URNs have it. */
  stack?: string;
  /** The program's configuration as packs are told it. An export does not hold it. */
  config?: Record<string, string>;
}

/**
 * Has policy packs judge an exported stack: each resource by its inputs, then the stack by its outputs. Nothing runs
 * but the packs, and nothing is asked of Azure. What is only read, and what waits for its deletion, is not judged.
 * Throws a UsageError for a file that is no exported stack, and where there is no pack.
 */
export async function judgeState(options: JudgeStateOptions): Promise<RehearsalDocument> {
  const began = performance.now();
  const exported = readExportedStack(options.stateFile);
  const project = projectAt(options.directory ?? ".");
  const identity = identityOf(exported, options);
  const files = packFiles(options.policyPacks, project);
  const log: LogLine[] = [];
  const engine = await serveEngine((line) => log.push(line));
  const starting = files.map(({ file, config }) =>
    Pack.start(file, config, identity, engine.address, (message) => log.push({ severity: "info", message })),
  );
  try {
    const packs = await Promise.all(starting);
    const verdicts = (await Promise.all(packs.map((pack) => judgedBy(pack, exported.resources)))).flat();
    const seconds = (performance.now() - began) / 1000;
    const folder = project?.name === exported.project ? folderInRepository(project.root) : undefined;
    return {
      version: 1,
      project: exported.project,
      at: new Date().toISOString(),
      origin: "state",
      ...(folder && { folder }),
      stacks: [judgedStack(exported, identity.stack, { packs, verdicts, log, seconds })],
    };
  } finally {
    await Promise.all(starting.map((pack) => pack.then((ready) => ready.end()).catch(() => undefined)));
    engine.close();
  }
}

/** What packs are told of the stack. They are told of a preview, in which values may be unknown, as secrets are here. */
function identityOf({ project, stack }: ExportedStack, options: JudgeStateOptions): StackIdentity {
  const values = Object.entries(options.config ?? {}).map(([text, value]) => [
    parseConfigKey(text, project).key,
    value,
  ]);
  return {
    organization: ORGANIZATION,
    project,
    stack: options.stack ?? stack,
    preview: true,
    config: { values: Object.fromEntries(values), secretKeys: [], notes: [] },
  };
}

/** An export may be judged where its project is not. */
function projectAt(directory: string): Project | undefined {
  try {
    return loadProject(directory);
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

function packFiles(
  given: readonly PolicyPackOption[] | undefined,
  project: Project | undefined,
): { file: PackFile; config: PackConfig | undefined }[] {
  const found = given ?? (project ? packsOfProject(project.root).map((directory) => ({ directory })) : []);
  if (found.length === 0)
    throw new UsageError("there is no policy pack to judge with: name one with --policy-pack <dir>");
  return found.map(({ directory, configFile }: PolicyPackOption) => ({
    file: readPackFile(directory),
    config: configFile === undefined ? undefined : readPackConfig(configFile),
  }));
}

async function judgedBy(pack: Pack, resources: readonly ResourceState[]): Promise<Verdict[]> {
  const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
  const providerOf = ({ provider }: ResourceState) => byUrn.get(parseProviderReference(provider)?.urn ?? "");
  const managed = resources.filter(({ external }) => !external);
  const verdicts: Verdict[] = [];
  for (const resource of managed)
    verdicts.push(...(await pack.analyze(analyzeRequest(resource, providerOf(resource)))));
  verdicts.push(...(await pack.analyzeStack(analyzeStackRequest(managed, providerOf))));
  return verdicts;
}
