import { readFileSync } from "node:fs";
import { join } from "node:path";

interface ModelTables {
  lifecycle: readonly { model: string; version: string; stage: string; retirement: string | null }[];
  regions: readonly { model: string; version: string; sku: string; regions: readonly string[] }[];
  quota: readonly { model: string; sku: string; tpm: Readonly<Record<string, number>> }[];
  ptu: readonly { model: string; globalAndDataZone: Minimum | null; regional: Minimum | null }[];
}

/** Provisioned throughput is sold in units from a minimum on, in steps. */
interface Minimum {
  min: number;
  increment: number;
}

let tables: ModelTables | undefined;

/** Azure OpenAI's models as Microsoft's pages list them; `data/models.json` names pages and dates. */
function modelTables(): ModelTables {
  tables ??= JSON.parse(readFileSync(join(__dirname, "..", "..", "data", "models.json"), "utf8")) as ModelTables;
  return tables;
}

/** Whether any of the tables knows the model; of others nothing is said. */
export function isListedModel(model: string): boolean {
  return modelTables().lifecycle.some((row) => row.model === model);
}

/** The versions that the tables know of a model. */
export function versionsOf(model: string): string[] {
  return modelTables()
    .lifecycle.filter((row) => row.model === model)
    .map((row) => row.version);
}

/** The day on which a model version stops, `YYYY-MM-DD`; undefined when none is announced or the version is not listed. */
export function retirementOf(model: string, version: string): string | undefined {
  const row = modelTables().lifecycle.find((each) => each.model === model && each.version === version);
  return row?.retirement ?? undefined;
}

/** The regions that offer a model version with a SKU; undefined when the tables say nothing of the model or the SKU. */
export function regionsOf(model: string, version: string, sku: string): readonly string[] | undefined {
  const rows = modelTables().regions.filter((row) => row.model === model && row.version === version);
  if (rows.length === 0 || !modelTables().regions.some((row) => row.sku === sku)) return undefined;
  return rows.find((row) => row.sku === sku)?.regions ?? [];
}

/**
 * How many thousand tokens a minute a subscription may hand out for a model and SKU in one region.
 *
 * @param tier 1 to 6; every subscription starts in 1.
 * @returns undefined when the tables list none: then nothing is refused.
 */
export function quotaOf(model: string, sku: string, tier: number): number | undefined {
  const tpm = modelTables().quota.find((row) => row.model === model && row.sku === sku)?.tpm[String(tier)];
  return tpm === undefined ? undefined : tpm / 1000;
}

/** The smallest number of provisioned throughput units and their step; undefined when the tables list none. */
export function provisionedMinimum(model: string, sku: string): Minimum | undefined {
  const row = modelTables().ptu.find((each) => each.model === model);
  if (row === undefined) return undefined;
  return (sku === "ProvisionedManaged" ? row.regional : row.globalAndDataZone) ?? undefined;
}
