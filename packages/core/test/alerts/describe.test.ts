import {
  alertDescription,
  alertProperties,
  alertQuery,
  alerts,
  firesWhen,
  type LogAlertRow,
  monthlyPrice,
  type ThresholdAlertRow,
  thresholdOf,
} from "@ringfence/core/alerts";

const base = "https://git.contoso.example/claims/runbooks/";

test("a description asks, says when it fires and why, what silence means, and where the runbook is", () => {
  expect(alertDescription(alerts["model-callers-turned-away"], "prod", base)).toBe(
    "Are callers of a deployment turned away for lack of quota? " +
      "Fires when the total of AzureOpenAIRequests per ModelDeploymentName in 5 minutes is over 20 requests answered 429 " +
      "(the SDKs retry a 429 by themselves; 20 in five minutes is more than retries hide; judgement). " +
      "No data does not fire it. Runbook: https://git.contoso.example/claims/runbooks/quota-exhaustion.md",
  );
});

test("a threshold that must not be fallen below reads so", () => {
  expect(firesWhen(alerts["key-vault-unavailable"], "prod")).toBe(
    "when the average of Availability in 5 minutes is under 99 percent of requests",
  );
  expect(firesWhen(alerts["job-not-run"], "dev")).toBe("when HoursSince in 2 days is over 26 hours");
  expect(thresholdOf(alerts["key-vault-unavailable"] as ThresholdAlertRow, "prod")).toEqual({
    operator: "LessThan",
    value: 99,
  });
  expect(thresholdOf(alerts["job-failed"] as ThresholdAlertRow, "prod")).toEqual({ operator: "GreaterThan", value: 0 });
});

test("what travels with a fired alert is flat text with the runbook in it", () => {
  expect(alertProperties(alerts["job-not-run"], "test", base)).toEqual({
    alert: "job-not-run",
    ring: "test",
    asks: "When did the job last run?",
    runbook: "https://git.contoso.example/claims/runbooks/job-not-run.md",
    requirements: "OE-R10",
    noData: "fires",
  });
});

test("a query is filled with the resource, and a quote in a name cannot end the string that holds it", () => {
  const row = alerts["job-not-run"] as LogAlertRow;
  const query = alertQuery(row, { resourceId: "/subscriptions/s", resourceName: 'a"b\\' });
  expect(query).toContain('| where JobName =~ "a\\"b\\\\"');
  expect(query).not.toContain("{");
});

test("an alert on events says which, and that each fires it", () => {
  expect(firesWhen(alerts["access-changed"], "prod")).toBe(
    "at each event of category Administrative where operationName is Microsoft.Authorization/roleAssignments/write or " +
      "Microsoft.Authorization/roleAssignments/delete or Microsoft.KeyVault/vaults/accessPolicies/write and status is Succeeded",
  );
});

test("the budget's alert has the thresholds of the ring's row", () => {
  expect(firesWhen(alerts["budget-burn"], "prod")).toBe(
    "when 50 or 80 or 100 or 120 percent of the month's budget is spent, or 100 percent is forecast",
  );
  expect(firesWhen(alerts["budget-burn"], "sandbox")).toBe("when 80 or 100 percent of the month's budget is spent");
  expect(alerts["budget-burn"].severity).toEqual({ sandbox: "Sev2", dev: "Sev2", test: "Sev2", prod: "Sev1" });
});

test("a log alert costs by how often it runs, a metric alert little, an event nothing", () => {
  expect(monthlyPrice(alerts["model-turned-away-share"])).toBe(1.5);
  expect(monthlyPrice(alerts["spillover-share"])).toBe(0.5);
  expect(monthlyPrice(alerts["telemetry-missing"])).toBe(0.5);
  expect(monthlyPrice(alerts["model-unavailable"])).toBe(0.1);
  expect(monthlyPrice(alerts["access-changed"])).toBe(0);
});
