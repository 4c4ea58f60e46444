import { waiversSchema } from "@ringfence/core/waivers";
import type { Page } from "./page.mts";

/** The JSON Schema by which editors complete and check a waivers file. */
export function waiversSchemaFile(): Page {
  return { path: "docs/waivers.schema.json", text: `${JSON.stringify(waiversSchema, undefined, 2)}\n` };
}
