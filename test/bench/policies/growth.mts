import { median } from "../median.mts";
import { Estate } from "./estate.mts";
import { runMeasure } from "./run-measure.mts";
import { Variant } from "./variants.mts";

const SIZES = [1_000, 3_000, 10_000];

/** (b) What a resource costs in stacks of growing size: about the same, if cost grows linearly. */
export function benchGrowth(set: string): void {
  console.log(`\n(b) milliseconds a resource, medians, ${Estate.Components}; aim: no growth`);
  console.log(
    `who                ${SIZES.map((size) => size.toLocaleString("en").padStart(9)).join("")}   last / first`,
  );
  for (const variant of [Variant.Everything, Variant.Direct]) {
    const each = SIZES.map((size) => {
      const [runs = []] = runMeasure(variant, Estate.Components, set, [size]);
      return (median(runs.map(({ resources, stack }) => resources + stack)) * 1000) / size;
    });
    const ratio = (each.at(-1) ?? Number.NaN) / (each[0] ?? Number.NaN);
    console.log(
      `${variant.padEnd(19)}${each.map((figure) => figure.toFixed(3).padStart(9)).join("")}${ratio.toFixed(2).padStart(15)}`,
    );
  }
}
