/**
 * One measured process: `measure.mts <variant> <estate> <file of the component set> <size>…` judges so many
 * resources, each size in turn, and prints what every run took after a warm-up.
 */
import { readFileSync } from "node:fs";
import { type Estate, estateOf } from "./estate.mts";
import { prepared, type Taken, type Variant } from "./variants.mts";

const [variant, estate, file = "", ...sizes] = process.argv.slice(2);
/** Warm is who has judged for so long: the quickest variant too has then run often enough to be compiled. */
const WARM_UP_SECONDS = 3;
const MEASURED_SECONDS = 3;
const LEAST_RUNS = 3;

const set = readFileSync(file, "utf8");
const judges = sizes.map((size) => prepared(variant as Variant, estateOf(estate as Estate, Number(size), set)));
const taken: Taken[][] = judges.map(() => []);
const warmAt = performance.now() + WARM_UP_SECONDS * 1000;
while (performance.now() < warmAt) for (const judge of judges) await judge();
const until = performance.now() + MEASURED_SECONDS * 1000;
for (let run = 0; run < LEAST_RUNS || performance.now() < until; run++)
  for (const [index, judge] of judges.entries()) taken[index]?.push(await judge());
console.log(JSON.stringify(taken));
