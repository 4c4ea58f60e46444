import { lifecycle } from "./models.generated";
import type { ModelStage } from "./rows";

/** What Microsoft says of one model version's life. */
export interface ModelLifecycle {
  publisher: string;
  model: string;
  /** Undefined where the publisher has one version only. */
  version: string | undefined;
  /** The stage on the snapshot's page; `modelStateOn` compares the retirement date with a day as well. */
  stage: ModelStage;
  /** The day from which the version answers no more, `YYYY-MM-DD`; undefined: no date announced. */
  retirement: string | undefined;
  /** What Microsoft recommends instead. */
  replacement: string | undefined;
}

/** What a model version is on a day. */
export const ModelState = {
  /** The snapshot does not have it: newer than the snapshot, misspelled, or another publisher's. */
  Unknown: "unknown",
  Preview: "preview",
  Available: "available",
  /** Still answers; new subscriptions may not deploy it, and its retirement is announced. */
  Deprecated: "deprecated",
  /** Answers no more. */
  Retired: "retired",
} as const;
export type ModelState = (typeof ModelState)[keyof typeof ModelState];

/** The life of one model version, or undefined when the snapshot does not have it. */
export function modelLifecycle(model: string, version: string): ModelLifecycle | undefined {
  return lifecyclesOf(model).find((row) => row.version === undefined || row.version === version);
}

/** The lives of all versions of a model, in the order of the page; empty when the snapshot does not have the model. */
export function lifecyclesOf(model: string): ModelLifecycle[] {
  return lifecycle
    .filter(([, name]) => name === model)
    .map(([publisher, name, version, stage, retirement, replacement]) => ({
      publisher,
      model: name,
      version: version ?? undefined,
      stage,
      retirement: retirement ?? undefined,
      replacement: replacement ?? undefined,
    }));
}

/** What a model version is on a day (`YYYY-MM-DD`). From its retirement date on it is retired, whatever its stage. */
export function modelStateOn(model: string, version: string, day: string): ModelState {
  const row = modelLifecycle(model, version);
  if (row === undefined) return ModelState.Unknown;
  if (row.stage === "Retired" || (row.retirement !== undefined && day >= row.retirement)) return ModelState.Retired;
  if (row.stage === "Preview") return ModelState.Preview;
  return row.stage === "GA" ? ModelState.Available : ModelState.Deprecated;
}

/** Whether a model version is a preview, whatever the day; undefined when the snapshot does not have it. */
export function isPreview(model: string, version: string): boolean | undefined {
  const row = modelLifecycle(model, version);
  return row === undefined ? undefined : row.stage === "Preview";
}

/** Days from a day until a model version retires, negative when it has; undefined: unknown, or no date announced. */
export function daysUntilRetirement(model: string, version: string, day: string): number | undefined {
  const retirement = modelLifecycle(model, version)?.retirement;
  if (retirement === undefined) return undefined;
  return Math.round((Date.parse(retirement) - Date.parse(day)) / MILLISECONDS_A_DAY);
}

const MILLISECONDS_A_DAY = 24 * 60 * 60 * 1000;
