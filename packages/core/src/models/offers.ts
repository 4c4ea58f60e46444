import { ModelSku } from "./model-sku";
import { offered, regionNames } from "./models.generated";

/** One model version under one SKU, and the regions that offer it. */
export interface ModelOffer {
  model: string;
  version: string;
  sku: ModelSku;
  /** In Azure's short form: `swedencentral`. */
  regions: readonly string[];
}

/** All offers of a model version; empty when the snapshot does not have it. No offer promises capacity. */
export function offersOf(model: string, version: string): ModelOffer[] {
  return offered
    .filter(([name, itsVersion]) => name === model && itsVersion === version)
    .map(([name, itsVersion, sku, places]) => ({
      model: name,
      version: itsVersion,
      sku,
      regions: places.map((place) => regionNames[place] as string),
    }));
}

/**
 * Whether a region offers a model version under a SKU; undefined when the snapshot has no offer of the version at all
 * or does not know the SKU, so that what is newer than the snapshot is not refused for being new. The region may be
 * written `Sweden Central` or `swedencentral`.
 */
export function isOffered(model: string, version: string, sku: string, region: string): boolean | undefined {
  const offers = offersOf(model, version);
  if (offers.length === 0 || !knownSkus.includes(sku)) return undefined;
  return offers.some((offer) => offer.sku === sku && offer.regions.includes(shortForm(region)));
}

/** The SKUs under which a region offers a model version. */
export function skusIn(model: string, version: string, region: string): ModelSku[] {
  return offersOf(model, version)
    .filter((offer) => offer.regions.includes(shortForm(region)))
    .map((offer) => offer.sku);
}

/** The regions that offer a model version under a SKU, in alphabetical order. */
export function regionsOf(model: string, version: string, sku: string): readonly string[] {
  return offersOf(model, version).find((offer) => offer.sku === sku)?.regions ?? [];
}

const knownSkus: readonly string[] = Object.values(ModelSku);

function shortForm(region: string): string {
  return region.replaceAll(" ", "").toLowerCase();
}
