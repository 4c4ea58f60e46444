import { queryProblems, tables } from "./kusto";

const good = "AZKVAuditLogs | where HttpStatusCode == 403 | summarize denied = count() by CallerIpAddress";

describe("the query checker", () => {
  test("finds nothing wrong with a good query", () => {
    expect(queryProblems(good, "logs")).toEqual([]);
  });

  test("finds a column that the table does not have", () => {
    expect(queryProblems("AZKVAuditLogs | where StatusCode == 403", "logs")).toEqual([
      {
        start: 22,
        message: "The name 'StatusCode' does not refer to any known column, table, variable or function.",
      },
    ]);
  });

  test("finds a column spelled in another letter case", () => {
    expect(queryProblems(good.replace("CallerIpAddress", "CallerIPAddress"), "logs")).toHaveLength(1);
  });

  test("finds an operator between types that do not go together", () => {
    expect(queryProblems("AZKVAuditLogs | where OperationName > 5", "logs")).toEqual([
      { start: 36, message: "The operator '>' is not defined for the operand types string and long." },
    ]);
  });

  test("finds a function that does not exist and a query that stops in the middle", () => {
    expect(queryProblems("AZKVAuditLogs | summarize n = share(1)", "logs")).toContainEqual({
      start: 30,
      message: "The name 'share' does not refer to any known function.",
    });
    expect(queryProblems("AZKVAuditLogs | where", "logs")).not.toEqual([]);
  });

  test("keeps Log Analytics and Resource Graph apart", () => {
    expect(queryProblems(good, "resource-graph")).not.toEqual([]);
    expect(queryProblems("resources | project name", "resource-graph")).toEqual([]);
    expect(queryProblems("resources | project name", "logs")).not.toEqual([]);
  });

  test("knows where every table's columns come from", () => {
    for (const { table, source, asOf, columns } of tables) {
      expect([table, source]).toEqual([table, expect.stringMatching(/^MicrosoftDocs\/[\w-]+\/.+\.md@[0-9a-f]{12}/)]);
      expect([table, asOf]).toEqual([table, expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/)]);
      expect(columns.length).toBeGreaterThan(10);
    }
  });
});
