import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parquetWriteBuffer } from "hyparquet-writer";
import { readRecorded } from "../../../src/replay/recorded";
import { momentOf } from "../../../src/replay/telemetry";

const account = "/subscriptions/1/resourceGroups/rg/providers/Microsoft.CognitiveServices/accounts/claims";
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "recorded-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function csv(text: string): string {
  const file = join(folder, "data.csv");
  writeFileSync(file, text);
  return file;
}

const read = (text: string, timeZone = "UTC") => readRecorded(csv(text), timeZone);

test("an export of AzureMetrics: its type from the resource, gaps without data, other columns as dimensions", async () => {
  const { axis, series, aggregations } =
    await read(`TenantId,TimeGenerated [UTC],ResourceId,MetricName,Total,Count,Average,ModelDeploymentName,UnitName
t,2026-05-01T10:00:00Z,${account},AzureOpenAIRequests,12,12,1,chat,Count
t,2026-05-01T10:02:30Z,${account.toUpperCase()},AzureOpenAIRequests,4,4,1,chat,Count
`);
  expect([momentOf(axis, 0), axis.minutes]).toEqual(["2026-05-01T10:00Z", 3]);
  expect(series).toHaveLength(1);
  expect(series[0]).toMatchObject({
    service: "microsoft.cognitiveservices/accounts",
    metric: "AzureOpenAIRequests",
    dimensions: { ModelDeploymentName: "chat" },
  });
  expect([...(series[0]?.sum ?? [])]).toEqual([12, 0, 4]);
  expect([...(series[0]?.count ?? [])]).toEqual([12, 0, 4]);
  expect([...aggregations.values()].map((set) => [...set].sort())).toEqual([["Average", "Count", "Total"]]);
});

test.each([
  ["2026-05-01T10:00:00Z", "UTC", "2026-05-01T10:00Z"],
  ["2026-05-01T12:00:00+02:00", "America/New_York", "2026-05-01T10:00Z"],
  ["2026-05-01 12:00", "Europe/Berlin", "2026-05-01T10:00Z"],
  ["2026-03-29 03:00", "Europe/Berlin", "2026-03-29T01:00Z"],
  ["2026-01-15 12:00", "Europe/Berlin", "2026-01-15T11:00Z"],
  ['"5/1/2026, 12:00:00.000 PM"', "UTC", "2026-05-01T12:00Z"],
  ['"5/1/2026, 12:05:00.000 AM"', "UTC", "2026-05-01T00:05Z"],
])("the time %s in %s is %s", async (time, zone, expected) => {
  const { axis } = await read(`time,namespace,metric,total\n${time},logs,AppRequests,1\n`, zone);
  expect(momentOf(axis, 0)).toBe(expected);
});

test("a column named [UTC] is in UTC, whatever zone is given", async () => {
  const { axis } = await read(
    "TimeGenerated [UTC],namespace,metric,total\n2026-05-01 12:00,a/b,m,1\n",
    "Europe/Berlin",
  );
  expect(momentOf(axis, 0)).toBe("2026-05-01T12:00Z");
});

test("what is not stated follows from what is: a total from average and count, and nothing from an average alone", async () => {
  const { series, aggregations } = await read(`time,namespace,metric,average,count,maximum
2026-05-01T10:00Z,a/b,m,2.5,4,9
2026-05-01T10:00Z,a/b,m,1,6,3
2026-05-01T10:00Z,a/b,lone,7,,
`);
  expect(series.map(({ metric, sum, count, maximum }) => [metric, sum[0], count[0], maximum[0]])).toEqual([
    ["m", 16, 10, 9],
    ["lone", 7, 1, 7],
  ]);
  expect([...(aggregations.get("a/b/lone") ?? [])]).toEqual(["Average"]);
  expect([...(aggregations.get("a/b/m") ?? [])].sort()).toEqual(["Average", "Count", "Maximum", "Total"]);
});

test("every mistake is told at once, with its line", async () => {
  const text = `TimeGenerated,ResourceId,MetricName,Total,Count,TimeGrain
2026-13-01T00:00Z,${account},A,1,1,PT1M
2026-05-01T00:00Z,nowhere,A,1,1,PT1M
2026-05-01T00:00Z,${account},,x,-1,PT5M

2026-05-01T00:00Z,${account},A,,,
2026-05-01T00:00Z,${account},A,1,,
2026-05-01T00:00Z,${account}2,A,1,,
`;
  const error = await read(text).catch((one: Error) => one);
  expect(error).toMatchObject({ name: "UsageError" });
  expect((error as Error).message.split("\n").slice(1)).toEqual([
    '  line 2: "2026-13-01T00:00Z" is no time such as 2026-01-05T09:04:00Z',
    "  line 3: no namespace, and no resource id of the form /subscriptions/…/providers/…",
    "  line 4: no metric",
    "  line 4: the time grain is PT5M; export values of one minute, PT1M",
    '  line 4: total is "x", which is no number',
    '  line 4: count is "-1", which is no number from 0 up',
    "  line 6: no value",
    "  line 8: a second resource of type microsoft.cognitiveservices/accounts, after the one of line 7; export one of each type",
  ]);
});

test("missing columns, a missing file and what is no CSV are told", async () => {
  await expect(read("a,b\n1,2\n")).rejects.toThrow(
    /no column timegenerated or timestamp; no column metricname or metric; .*; no column Total, Count/,
  );
  await expect(readRecorded(join(folder, "none.csv"), "UTC")).rejects.toThrow(/none\.csv: no such file/);
  await expect(read('time,"x\n')).rejects.toMatchObject({ name: "UsageError" });
});

test("Parquet holds the same as CSV", async () => {
  const times = ["2026-05-01T10:00:00Z", "2026-05-01T10:01:00Z"];
  const file = join(folder, "data.parquet");
  writeFileSync(
    file,
    Buffer.from(
      parquetWriteBuffer({
        columnData: [
          { name: "TimeGenerated", data: times.map((time) => new Date(time)) },
          { name: "Namespace", data: ["logs", "logs"], type: "STRING" },
          { name: "MetricName", data: ["AppRequests", "AppRequests"], type: "STRING" },
          { name: "Code", data: ["200", "500"], type: "STRING" },
          { name: "Total", data: [7, 2], type: "DOUBLE" },
          { name: "Count", data: [7n, 2n], type: "INT64" },
        ],
      }),
    ),
  );
  const rows = times.map((time, index) => `${time},logs,AppRequests,${["200,7,7", "500,2,2"][index]}`);
  const parquet = await readRecorded(file, "UTC");
  expect(parquet).toEqual(await read(`TimeGenerated,Namespace,MetricName,Code,Total,Count\n${rows.join("\n")}\n`));
  expect(parquet.series.map(({ dimensions, sum }) => [dimensions.Code, [...sum]])).toEqual([
    ["200", [7, 0]],
    ["500", [0, 2]],
  ]);
});

test("a file that is no Parquet is told", async () => {
  const file = join(folder, "data.parquet");
  writeFileSync(file, "nothing of the kind");
  await expect(readRecorded(file, "UTC")).rejects.toThrow(/data\.parquet: no Parquet file that can be read/);
});
