import { metricTables } from "@ringfence/core/alerts";
import { blocks } from "./blocks";
import { shellRun } from "./shell";

/** What one `az monitor metrics list` asks for. */
interface Asked {
  page: string;
  metrics: string[];
  aggregations: string[];
  dimensions: string[];
}

const asked = blocks.flatMap(([page, block]) =>
  shellRun(block)
    .commands.filter((words) => words.slice(0, 4).join(" ") === "az monitor metrics list")
    .map((words): Asked => {
      const filter = valuesOf(words, "--filter").join(" ");
      return {
        page,
        metrics: valuesOf(words, "--metrics"),
        aggregations: valuesOf(words, "--aggregation"),
        dimensions: [...filter.matchAll(/(\w+) eq '/g)].map(([, dimension = ""]) => dimension),
      };
    }),
);

/** What follows a parameter, up to the next one. */
function valuesOf(words: readonly string[], parameter: string): string[] {
  const from = words.indexOf(parameter) + 1;
  if (from === 0) return [];
  const end = words.findIndex((word, index) => index >= from && word.startsWith("--"));
  return words.slice(from, end < 0 ? undefined : end);
}

type Facts = Readonly<Record<string, { aggregations: readonly string[]; dimensions: readonly string[] }>>;
const tables: Facts[] = Object.values(metricTables).map(({ metrics }) => metrics);

test("the runbooks ask for metrics", () => {
  expect(asked.length).toBeGreaterThan(40);
});

test.each(asked)(
  "$page: $metrics can be asked for as $aggregations by $dimensions, of one kind of resource",
  ({ metrics, aggregations, dimensions }) => {
    const table = tables.find((candidate) => metrics.every((metric) => metric in candidate));
    expect([metrics, table !== undefined]).toEqual([metrics, true]);
    for (const metric of metrics) {
      expect(table?.[metric]?.aggregations).toEqual(expect.arrayContaining(aggregations));
      expect(table?.[metric]?.dimensions).toEqual(expect.arrayContaining(dimensions));
    }
  },
);
