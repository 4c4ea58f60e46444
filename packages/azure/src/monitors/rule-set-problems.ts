import type { AlertRow } from "@ringfence/core/alerts";
import type { Problem } from "@ringfence/core/problems";

/** How many active rules of a kind Azure Monitor takes (azure-monitor, `limits-alerts` of 2025-02). */
const limits = [
  { kind: "metric", most: 5000, of: "metric alerts of a subscription" },
  { kind: "log", most: 1000, of: "log alerts of one workspace" },
  { kind: "activityLog", most: 100, of: "activity log alerts of a subscription" },
] as const;

/** Azure runs so many log alerts of a subscription every minute. */
const MOST_EVERY_MINUTE = 100;

/** What is wrong with a set of rules as a whole: more of a kind than Azure takes. */
export function ruleSetProblems(rows: readonly AlertRow[]): Problem[] {
  const problems: Problem[] = [];
  const tooMany = (count: number, limit: number, what: string) => {
    if (count <= limit) return;
    const problem = `makes ${count} rules, and Azure takes ${limit} ${what}; watch fewer resources in this ring`;
    problems.push({ path: "watch", problem });
  };
  for (const { kind, most, of } of limits) tooMany(rows.filter((row) => row.kind === kind).length, most, of);
  const everyMinute = rows.filter((row) => row.kind === "log" && row.every === "PT1M").length;
  tooMany(everyMinute, MOST_EVERY_MINUTE, "log alerts that run every minute");
  return problems;
}
