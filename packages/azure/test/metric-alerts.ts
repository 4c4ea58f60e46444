import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** One metric that something of ours reads. */
export interface MetricUse {
  name: string;
  namespace: string;
  metric: string;
  aggregation: string;
  dimensions: string[];
}

/** A checker of metrics against Microsoft's reference, which lies beside the repository where there is one. */
const checker = join(__dirname, "../../../../shared/azure-metrics/check.mjs");

/**
 * What Microsoft's reference of platform metrics does not allow, one line a problem. Says so and finds nothing where
 * the checker is not there; the catalogue's own metric tables are checked in any case.
 */
export function metricProblems(uses: readonly MetricUse[]): string[] {
  if (!existsSync(checker)) {
    console.log(`metrics not checked against Microsoft's reference: ${checker} is not there`);
    return [];
  }
  const directory = mkdtempSync(join(tmpdir(), "azure-metrics-"));
  try {
    const file = join(directory, "alerts.json");
    writeFileSync(file, JSON.stringify(uses));
    execFileSync(process.execPath, [checker, file], { encoding: "utf8" });
    return [];
  } catch (error) {
    return String((error as { stdout?: unknown }).stdout)
      .trim()
      .split("\n")
      .slice(0, -1);
  } finally {
    rmSync(directory, { recursive: true });
  }
}
