import { readFileSync } from "node:fs";
import type { SourcePosition } from "../../document";
import { isRecord } from "../project/project";
import type { ResourceState, Timeouts } from "../state/resource-state";
import { sourceOfState } from "../state/source-position";
import { parseUrn } from "../state/urn";
import { UsageError } from "../usage-error";
import { exportedMap } from "./exported-values";

/** A stack as `pulumi stack export` writes it. */
export interface ExportedStack {
  project: string;
  stack: string;
  /** Without those that wait for their deletion. */
  resources: ResourceState[];
  /** Where the program declares them, by URN, as far as the export says. */
  sources: ReadonlyMap<string, SourcePosition>;
  /** Texts of secrets that the export holds in the clear, to be hidden wherever they turn up. */
  secrets: string[];
  /** Resources that were left out because they wait for their deletion. */
  pendingDeletes: number;
  /** Operations that were interrupted. */
  pendingOperations: number;
}

/** The layouts of an export that are understood; 4 differs from 3 in what resources may hold besides. */
const VERSIONS = [3, 4];

const HOW = "write one with `pulumi stack export --file state.json`";

/** Reads an exported stack. Throws a UsageError that says what the file is instead. */
export function readExportedStack(file: string): ExportedStack {
  const content = parsed(file);
  if (!isRecord(content) || !isRecord(content.deployment))
    throw new UsageError(`${file}: not an exported stack, it has no deployment; ${HOW}`);
  if (!VERSIONS.includes(content.version as number))
    throw new UsageError(
      `${file}: version: ${JSON.stringify(content.version)} is not understood; allowed: ${VERSIONS.join(", ")}`,
    );
  const { resources, pending_operations: operations } = content.deployment;
  if (!Array.isArray(resources) || resources.length === 0)
    throw new UsageError(`${file}: deployment.resources: there are none, so there is nothing to judge`);
  const problems = resources.flatMap((resource, index) => problemsOf(resource, `deployment.resources[${index}]`));
  if (problems.length > 0) throw new UsageError(problems.map((problem) => `${file}: ${problem}`).join("\n"));
  const rows = resources as ExportedResource[];
  const kept = rows.filter((row) => row.delete !== true);
  const { project = "", stack = "" } = parseUrn(rows[0]?.urn ?? "") ?? {};
  const secrets: string[] = [];
  return {
    project,
    stack,
    resources: kept.map((row) => stateOf(row, secrets)),
    sources: new Map(
      kept.flatMap(({ urn, sourcePosition }) => {
        const source = sourceOfState(sourcePosition);
        return source ? [[urn, source] as const] : [];
      }),
    ),
    secrets,
    pendingDeletes: rows.length - kept.length,
    pendingOperations: Array.isArray(operations) ? operations.length : 0,
  };
}

/** What an export says of a resource; `urn` and `type` are checked, the rest is taken as far as it fits. */
type ExportedResource = { urn: string; type: string } & Record<string, unknown>;

function parsed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new UsageError(`${file}: ${error instanceof Error ? error.message : String(error)}; ${HOW}`);
  }
}

function problemsOf(resource: unknown, path: string): string[] {
  if (!isRecord(resource)) return [`${path}: not an object`];
  const { urn, type } = resource;
  return [
    ...(typeof urn === "string" && parseUrn(urn) ? [] : [`${path}.urn: not a URN`]),
    ...(typeof type === "string" && type !== "" ? [] : [`${path}.type: not a type token`]),
  ];
}

function stateOf(row: ExportedResource, secrets: string[]): ResourceState {
  const { urn, type } = row;
  return {
    urn,
    type,
    name: parseUrn(urn)?.name ?? urn,
    custom: row.custom === true,
    external: row.external === true,
    id: textOf(row.id),
    inputs: exportedMap(row.inputs, secrets),
    outputs: exportedMap(row.outputs, secrets),
    parent: textOf(row.parent),
    protect: row.protect === true,
    dependencies: textsOf(row.dependencies),
    propertyDependencies: Object.fromEntries(
      Object.entries(isRecord(row.propertyDependencies) ? row.propertyDependencies : {}).map(([property, urns]) => [
        property,
        textsOf(urns),
      ]),
    ),
    provider: textOf(row.provider),
    aliases: textsOf(row.aliases),
    additionalSecretOutputs: textsOf(row.additionalSecretOutputs),
    ignoreChanges: textsOf(row.ignoreChanges),
    customTimeouts: timeoutsOf(row.customTimeouts),
    retainOnDelete: row.retainOnDelete === true,
    deletedWith: textOf(row.deletedWith),
    importId: textOf(row.importID),
  };
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((element) => typeof element === "string") : [];
}

function timeoutsOf(value: unknown): Timeouts {
  const seconds = (given: unknown) => (typeof given === "number" ? given : 0);
  const { create, update, delete: remove } = isRecord(value) ? value : {};
  return { create: seconds(create), update: seconds(update), delete: seconds(remove) };
}
