import { strictFilter } from "../../packages/azure/dist/ai-project/filter-rows.js";
import { table } from "./markdown.mts";
import type { Page } from "./page.mts";

/** The content filter that deployments get, beside Azure's own, in the components' README. */
export function contentFilterRegion(): Page {
  return {
    path: "packages/azure/README.md",
    region: "content-filter",
    text: table(
      ["Looks for", "In the", "Blocks", "Microsoft.DefaultV2"],
      strictFilter.map(({ category, source, threshold, azure }) => [
        category,
        source.toLowerCase(),
        threshold === undefined ? "whatever is found" : `from ${threshold.toLowerCase()} severity`,
        azureDoes(azure),
      ]),
    ),
  };
}

function azureDoes(azure: (typeof strictFilter)[number]["azure"]): string {
  if (azure === "absent") return "does not look for it";
  return azure === "has it" ? "looks for it" : `from ${azure.toLowerCase()} severity`;
}
