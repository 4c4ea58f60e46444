import { rules } from "@ringfence/policies/rules";
import { hasCdkNag, runCdkNag } from "./cdk-nag.mts";
import { Estate } from "./estate.mts";
import { marginal, rounded } from "./figures.mts";
import { runMeasure } from "./run-measure.mts";
import { type Taken, Variant } from "./variants.mts";

const SIZES = [300, 900];
/** Processes of each variant, in turn. */
const ROUNDS = 3;
/** cdk-nag looks through a stack for each bucket in it, so that its speed hangs on how many a stack has. */
const BUCKETS_PER_STACK = [10, 100, 500];

const perResource = rules.filter(({ level }) => level === "resource").length;
const perStack = rules.length - perResource;
const whole = ({ resources, stack }: Taken) => resources + stack;

/** (a), (d) Evaluations a second, side by side. */
export function benchThroughput(set: string): void {
  console.log(
    `\n(a) evaluations a second (rules × resources), warm, marginal between ${SIZES.join(" and ")} resources;`,
  );
  console.log(`    ${perResource} rules that judge a resource and ${perStack} that judge the stack`);
  console.log("estate            who                  Analyze   AnalyzeStack          all   all / floor's");
  const direct: Record<string, number> = {};
  const everything: Record<string, number> = {};
  for (const estate of Object.values(Estate)) {
    const figures = measured(estate, set);
    const floor = figures[Variant.EmptyRules].all;
    for (const [variant, { analyze, analyzeStack, all }] of Object.entries(figures)) {
      const parts = variant === Variant.Direct ? ["-", "-"] : [rounded(analyze), rounded(analyzeStack)];
      console.log(
        [
          estate.padEnd(17),
          variant.padEnd(18),
          ...[...parts, rounded(all)].map((figure) => figure.padStart(12)),
          (all / floor).toFixed(2).padStart(15),
        ].join(" "),
      );
    }
    everything[estate] = figures[Variant.Everything].all;
    direct[estate] = figures[Variant.Direct].all;
  }
  console.log("aim: everything through the SDK at least 0.83 of the floor's (at most 20 % over its time)");
  compareWithCdkNag(everything, direct);
}

interface Figures {
  analyze: number;
  analyzeStack: number;
  all: number;
}

function measured(estate: Estate, set: string): Record<Variant, Figures> {
  const variants = Object.values(Variant);
  const taken = new Map(variants.map((variant) => [variant, SIZES.map((): Taken[] => [])]));
  for (let round = 0; round < ROUNDS; round++)
    for (const variant of variants)
      for (const [index, runs] of runMeasure(variant, estate, set, SIZES).entries())
        taken.get(variant)?.[index]?.push(...runs);
  const figure = (variant: Variant, count: number, part: (each: Taken) => number) =>
    marginal(
      count,
      SIZES,
      (taken.get(variant) ?? []).map((runs) => runs.map(part)),
    );
  const figures = variants.map((variant) => [
    variant,
    {
      analyze: figure(variant, perResource, ({ resources }) => resources),
      analyzeStack: figure(variant, perStack, ({ stack }) => stack),
      all: figure(variant, rules.length, whole),
    },
  ]);
  return Object.fromEntries(figures);
}

function compareWithCdkNag(everything: Record<string, number>, direct: Record<string, number>): void {
  console.log("\n    against cdk-nag's AwsSolutions over buckets; aims: through the SDK 1.5 times, direct 10 times");
  if (!hasCdkNag()) {
    console.log("    not measured: run npm ci --prefix test/bench/cdk-nag");
    return;
  }
  console.log("buckets a stack   cdk-nag     our estate         SDK / cdk-nag   direct / cdk-nag");
  for (const buckets of BUCKETS_PER_STACK) {
    const sizes = [buckets * Math.ceil(300 / buckets), buckets * Math.ceil(900 / buckets)];
    const run = runCdkNag(buckets, sizes);
    const nag = marginal(run.rules, sizes, run.seconds);
    for (const estate of Object.values(Estate))
      console.log(
        [
          String(buckets).padStart(15),
          rounded(nag).padStart(9),
          "   ",
          estate.padEnd(17),
          ((everything[estate] ?? Number.NaN) / nag).toFixed(2).padStart(13),
          ((direct[estate] ?? Number.NaN) / nag).toFixed(1).padStart(18),
        ].join(" "),
      );
  }
}
