import { severities, severityNames } from "@ringfence/core/severities";

const rows = severityNames.map((name) => severities[name]);

test("severities are Azure Monitor's, the most urgent first", () => {
  expect(severityNames).toEqual(["Sev0", "Sev1", "Sev2", "Sev3", "Sev4"]);
  expect(rows.map(({ azureLevel }) => azureLevel)).toEqual([0, 1, 2, 3, 4]);
});

test("less urgent means more time, and nobody has to mitigate before they have acknowledged", () => {
  for (const time of ["timeToAcknowledgeMinutes", "timeToMitigateMinutes"] as const) {
    const minutes = rows.map((row) => row[time]);
    expect(minutes).toEqual([...new Set(minutes)].sort((a, b) => a - b));
  }
  for (const row of rows) expect(row.timeToAcknowledgeMinutes).toBeLessThan(row.timeToMitigateMinutes);
});

test("people are woken for Sev0 and Sev1 only, and Sev2 too is reviewed afterwards", () => {
  expect(severityNames.filter((name) => severities[name].pages)).toEqual(["Sev0", "Sev1"]);
  expect(severityNames.filter((name) => severities[name].needsReview)).toEqual(["Sev0", "Sev1", "Sev2"]);
});

test("everything that promises an action has somebody to escalate to", () => {
  for (const name of severityNames)
    expect([name, severities[name].escalatesTo.length > 0]).toEqual([name, name !== "Sev4"]);
});

test("an escalation ends before the time to mitigate does", () => {
  for (const row of rows)
    expect(row.timeToAcknowledgeMinutes * (row.escalatesTo.length + 1)).toBeLessThanOrEqual(row.timeToMitigateMinutes);
});
