import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { median } from "./median.mts";

interface Measured {
  resources: number;
  components: number;
  seconds: number;
  heapBytes: number;
  peakBytes: number;
}

const sizes = [300, 1000, 3000];
const variants = ["plain", "components"] as const;
const runs = 5;

/** (a) The same resources by plain azure-native and by our components, in turn, each run in a process of its own. */
export function benchComponents(): void {
  console.log(`\n(a) components against plain azure-native under Pulumi's mocks, medians of ${runs} runs in turn`);
  console.log("resources  components   plain s   ours s   ratio   plain MB   ours MB   ratio   ms a resource");
  for (const size of sizes) {
    const measured = { plain: [] as Measured[], components: [] as Measured[] };
    for (let run = 0; run < runs; run++) for (const variant of variants) measured[variant].push(measure(variant, size));
    const of = (variant: (typeof variants)[number], figure: keyof Measured) =>
      median(measured[variant].map((each) => each[figure]));
    const ratio = (figure: keyof Measured) => (of("components", figure) / of("plain", figure)).toFixed(3);
    const megabytes = (variant: (typeof variants)[number]) => (of(variant, "peakBytes") / 2 ** 20).toFixed(0);
    const resources = of("components", "resources");
    console.log(
      [
        String(resources).padStart(9),
        String(of("components", "components")).padStart(11),
        of("plain", "seconds").toFixed(3).padStart(9),
        of("components", "seconds").toFixed(3).padStart(8),
        ratio("seconds").padStart(7),
        megabytes("plain").padStart(10),
        megabytes("components").padStart(9),
        ratio("peakBytes").padStart(7),
        ((of("components", "seconds") * 1000) / resources).toFixed(3).padStart(15),
      ].join(" "),
    );
  }
}

function measure(variant: string, size: number): Measured {
  const script = join(import.meta.dirname, "estate.mts");
  const printed = execFileSync(process.execPath, ["--expose-gc", script, variant, String(size)], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  return JSON.parse(printed);
}
