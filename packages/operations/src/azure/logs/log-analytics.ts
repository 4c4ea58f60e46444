import type { TokenCredential } from "@azure/core-auth";
import {
  LogsQueryClient,
  type LogsQueryResult,
  LogsQueryResultStatus,
  type LogsTable,
} from "@azure/monitor-query-logs";
import { type LogQuery, LogQueryFailed, type LogRow } from "../../ports";
import { type ClientSettings, clientOptions } from "../client-options";

/** Seconds that Log Analytics may take for one query; a month of a busy service is the most that is asked. */
const LONGEST_QUERY_SECONDS = 180;

/** The public cloud's address. */
const PUBLIC_ENDPOINT = "https://api.loganalytics.io";

/** What a test or another cloud changes. */
export interface LogAnalyticsSettings extends ClientSettings {
  /** Where queries are answered, where it is not Azure's public cloud. */
  readonly endpoint?: string;
}

/** A query takes longer than the calls for which the clients' own time limit is made. */
const LONGEST_CALL_MILLISECONDS = (LONGEST_QUERY_SECONDS + 10) * 1000;

/** Queries over a Log Analytics workspace, by its Azure id or its own id (a GUID). */
export function logAnalytics(
  workspace: string,
  credential: TokenCredential,
  { endpoint = PUBLIC_ENDPOINT, ...settings }: LogAnalyticsSettings = {},
): LogQuery {
  const client = new LogsQueryClient(credential, {
    ...clientOptions({ ...settings, timeout: LONGEST_CALL_MILLISECONDS }),
    endpoint: `${endpoint}/v1`,
    credentials: { scopes: [`${endpoint}/.default`] },
  });
  const options = { serverTimeoutInSeconds: LONGEST_QUERY_SECONDS };
  return {
    rows: async (query, from, to) => {
      const span = { startTime: from, endTime: to };
      const result = workspace.startsWith("/")
        ? await client.queryResource(workspace.slice(1), query, span, options)
        : await client.queryWorkspace(workspace, query, span, options);
      return rowsOf(result);
    },
  };
}

function rowsOf(result: LogsQueryResult): readonly LogRow[] {
  if (result.status !== LogsQueryResultStatus.Success) {
    const { code, message } = result.partialError;
    throw new LogQueryFailed(`Log Analytics answered in part: ${code}: ${message}`);
  }
  const [table] = result.tables;
  return table === undefined ? [] : namedRows(table);
}

function namedRows({ columnDescriptors, rows }: LogsTable): LogRow[] {
  return rows.map((row) => Object.fromEntries(columnDescriptors.map(({ name }, index) => [String(name), row[index]])));
}
