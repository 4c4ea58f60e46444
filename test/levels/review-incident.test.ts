import type { AlertRecord } from "@ringfence/operations/incidents";
import { ServiceLevels } from "../../packages/azure/src/levels/service-levels";
import { levelsArgs } from "../../packages/azure/test/levels/levels-args";
import { recordResources } from "../../packages/azure/test/recorded-resources";
import { ringContextOf } from "../../packages/azure/test/ring-contexts";
import { at } from "../../packages/operations/test/incidents/alerts";
import { router } from "../../packages/operations/test/incidents/router";

/** The rules that ServiceLevels deploys for the reviews of its objectives, as Azure names and describes them. */
async function reviewRules(): Promise<{ ruleName: string; description: string; severity: number }[]> {
  const ring = ringContextOf("prod");
  const { resources } = await recordResources(() => {
    new ServiceLevels("levels", levelsArgs(ring));
  });
  return resources
    .filter(({ name }) => name.endsWith("-level-review-due"))
    .map(({ inputs }) => ({
      ruleName: String(inputs.ruleName),
      description: String(inputs.description),
      severity: Number(inputs.severity),
    }));
}

test("the review of each objective is one incident with one work item, until its period is over", async () => {
  const logAnalyticsId = String(ringContextOf("prod").logAnalyticsId);
  const [first, second] = await reviewRules();
  if (first === undefined || second === undefined) throw new Error("two objectives are needed");
  const fired = (
    { ruleName, description, severity }: typeof first,
    minute: number,
    resolved?: number,
  ): AlertRecord => ({
    id: `${logAnalyticsId}/providers/Microsoft.AlertsManagement/alerts/${ruleName}`,
    name: ruleName,
    properties: {
      essentials: {
        severity: `Sev${severity}`,
        alertRule: `${logAnalyticsId.split("/providers/")[0]}/providers/microsoft.insights/scheduledqueryrules/${ruleName}`,
        targetResource: logAnalyticsId,
        description,
        monitorCondition: resolved === undefined ? "Fired" : "Resolved",
        alertState: "New",
        startDateTime: at(minute).toISOString(),
        lastModifiedDateTime: at(resolved ?? minute).toISOString(),
        ...(resolved !== undefined && { monitorConditionResolvedDateTime: at(resolved).toISOString() }),
      },
    },
  });
  const run = router();
  expect(await run.look(0, [fired(first, 0)])).toMatchObject({ open: 1 });
  const day = 24 * 60;
  expect(await run.look(day, [fired(first, 0), fired(second, day)])).toMatchObject({ open: 2 });
  for (const minute of [day + 1, 2 * day, 3 * day])
    expect(await run.look(minute)).toMatchObject({ open: 2, opened: [] });
  expect([...run.items.values()]).toEqual(["open", "open"]);

  const incidents = Object.values(run.journal.contents()).flatMap((log) => log.incidents);
  expect(
    incidents.map(({ runbook, details = "" }) => [runbook, /error budget of (\S+) /.exec(details)?.[1]]).sort(),
  ).toEqual([
    ["error-budget-burn", "answers-are-quick"],
    ["error-budget-burn", "answers-arrive"],
  ]);
  expect(await run.look(8 * day, [fired(first, 0, 8 * day - 1), fired(second, day)])).toMatchObject({ open: 1 });
});
