import {
  daysUntilRetirement,
  isOffered,
  lifecyclesOf,
  ModelState,
  modelLifecycle,
  modelStateOn,
  provisionedStep,
  regionsOf,
  skusIn,
  snapshotDate,
} from "@ringfence/core/models";
import type { RingContext } from "../ring/context";
import { type ModelDeploymentArgs, ModelOpening } from "./model-deployment";

/** What the dated list of models says against a deployment. */
export interface OfferFinding {
  /** The property of the row that it is about. */
  path: keyof ModelDeploymentArgs;
  /** What is wrong and what would be right. */
  problem: string;
  /** Whether the deployment is refused; otherwise somebody is told. */
  refused: boolean;
  /** What says that somebody knows better. */
  opening: ModelOpening;
}

/** A deployment, where and when. */
interface Offer {
  row: ModelDeploymentArgs;
  region: string;
  ring: RingContext;
  /** `YYYY-MM-DD`. */
  day: string;
}

/** Azure announces the retirement of a released model at least 60 days before (azure-ai-docs, model retirements). */
const RETIRES_SOON_DAYS = 60;

/**
 * What the list of models says against a deployment. The list has a date, so what it does not know may be newer: that
 * is told, not refused. What it knows to be impossible is refused in every ring, because Azure would refuse it; a
 * retired model is refused where versions are pinned, a preview where none are allowed.
 */
export function offerFindings(
  row: ModelDeploymentArgs,
  region: string,
  ring: RingContext,
  today: Date,
): OfferFinding[] {
  if (!row.model || !row.sku) return [];
  const offer = { row, region, ring, day: today.toISOString().slice(0, 10) };
  return [lifecycleFinding(offer), placeFinding(offer), stepFinding(offer)].filter((finding) => finding !== undefined);
}

function lifecycleFinding(offer: Offer): OfferFinding | undefined {
  const { row, ring, day } = offer;
  const path = row.version === undefined ? "model" : "version";
  const newer = { path, opening: ModelOpening.NewerOffer } as const;
  const what = [row.model, row.version].filter((part) => part !== undefined).join(" ");
  switch (stateOf(row, day)) {
    case ModelState.Retired:
      return {
        ...newer,
        problem: `${what} has retired; ${instead(row, day)}`,
        refused: ring.settings.pinsModelVersions,
      };
    case ModelState.Preview: {
      if (ring.settings.previewsAllowed) return undefined;
      const problem = `${what} is a preview, and ${ring.ring} allows none; choose a released model`;
      return { path, problem, refused: true, opening: ModelOpening.PreviewModel };
    }
    case ModelState.Unknown:
      return { ...newer, problem: unknown(row, day), refused: false };
    case ModelState.Deprecated:
      return {
        ...newer,
        problem:
          retiring(offer, what) ?? `${what} is deprecated: new subscriptions cannot deploy it; ${instead(row, day)}`,
        refused: false,
      };
    case ModelState.Available: {
      const problem = retiring(offer, what);
      return problem === undefined ? undefined : { ...newer, problem, refused: false };
    }
  }
}

/** A row without a version gets Azure's default one; it is only judged where all versions are alike. */
function stateOf({ model, version }: Pick<ModelDeploymentArgs, "model" | "version">, day: string): ModelState {
  if (version !== undefined) return modelStateOn(model, version, day);
  const states = lifecyclesOf(model).map((each) => modelStateOn(model, each.version ?? "", day));
  if (states.length === 0) return ModelState.Unknown;
  const alive = states.filter((state) => state !== ModelState.Retired);
  if (alive.length === 0) return ModelState.Retired;
  return alive.every((state) => state === ModelState.Preview) ? ModelState.Preview : ModelState.Available;
}

/** What to say of a version whose retirement is near; nothing when it is not. */
function retiring({ row, day }: Offer, what: string): string | undefined {
  const days = row.version === undefined ? undefined : daysUntilRetirement(row.model, row.version, day);
  if (days === undefined || days > RETIRES_SOON_DAYS) return undefined;
  return `${what} retires in ${days} days; ${instead(row, day)}`;
}

function unknown({ model, version }: ModelDeploymentArgs, day: string): string {
  const versions = versionsOn(model, day);
  const list = `the list of models of ${snapshotDate}`;
  return version !== undefined && versions.length > 0
    ? `${list} has ${model} in version ${versions.join(", ")}, not ${version}; nothing is known of its retirement and regions`
    : `${list} does not have ${model}; nothing is known of its versions, retirement and regions`;
}

/** What to deploy in place of a version; not what Microsoft once recommended and has retired since. */
function instead({ model, version }: ModelDeploymentArgs, day: string): string {
  const others = versionsOn(model, day).filter((other) => other !== version);
  if (others.length > 0) return `choose version ${others.join(" or ")}`;
  const replacement = version === undefined ? undefined : modelLifecycle(model, version)?.replacement;
  return replacement === undefined || stateOf({ model: replacement }, day) === ModelState.Retired
    ? "choose another model"
    : `Microsoft recommends ${replacement}`;
}

/** The versions of a model that answer on a day. */
function versionsOn(model: string, day: string): string[] {
  return lifecyclesOf(model).flatMap(({ version }) =>
    version === undefined || modelStateOn(model, version, day) === ModelState.Retired ? [] : [version],
  );
}

function placeFinding({ row: { model, version, sku }, region }: Offer): OfferFinding | undefined {
  if (version === undefined || isOffered(model, version, sku, region) !== false) return undefined;
  const skus = skusIn(model, version, region);
  const regions = regionsOf(model, version, sku);
  const here = skus.length > 0 ? `there it offers ${skus.join(", ")}` : "there it offers it under no SKU";
  const elsewhere = regions.length > 0 ? `; ${sku} is offered in ${regions.join(", ")}` : "";
  const problem = `Azure does not offer ${model} ${version} as ${sku} in ${region}; ${here}${elsewhere}`;
  return { path: "sku", problem, refused: true, opening: ModelOpening.NewerOffer };
}

function stepFinding({ row: { model, sku, capacity } }: Offer): OfferFinding | undefined {
  const step = provisionedStep(model, sku);
  if (step === undefined || !Number.isInteger(capacity) || capacity < 1) return undefined;
  const { min, increment } = step;
  if (capacity >= min && (capacity - min) % increment === 0) return undefined;
  const problem = `${capacity} is not ${min} throughput units or ${increment} more each, which is how Azure sells ${model} as ${sku}`;
  return { path: "capacity", problem, refused: true, opening: ModelOpening.NewerOffer };
}
