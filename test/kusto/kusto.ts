import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Where a query runs: a Log Analytics workspace, or Azure Resource Graph. */
export type QueryScope = "logs" | "resource-graph";

/** One table's columns, as Microsoft documents them. */
export interface TableSchema {
  table: string;
  scope: QueryScope;
  source: string;
  asOf: string;
  columns: { name: string; type: string }[];
}

/** One thing that Microsoft's language service finds wrong with a query. */
export interface QueryProblem {
  /** Where it is: the first character's place in the query, from 0. */
  start: number;
  /** The language service's own words. */
  message: string;
}

/** A .NET list. */
interface List<T> {
  Count: number;
  getItem(index: number): T;
}

/** The part of Microsoft's language service that is used here; it is .NET code compiled to JavaScript. */
interface LanguageService {
  Symbols: {
    TableSymbol: { From(columns: string): { WithName(name: string): unknown } };
    DatabaseSymbol: { $ctor1: new (name: string, members: unknown[]) => unknown };
  };
  GlobalState: { Default: { WithDatabase(database: unknown): unknown } };
  KustoCode: {
    ParseAndAnalyze(
      query: string,
      globals: unknown,
    ): {
      GetDiagnostics(): List<{ Start: number; Message: string }>;
      ResultType: { Columns?: List<{ Name: string; Type: { Name: string } }> };
    };
  };
}

/** The tables that the product's queries may read. */
export const tables: readonly TableSchema[] = readdirSync(join(__dirname, "tables"))
  .filter((file) => file.endsWith(".json"))
  .map((file) => JSON.parse(readFileSync(join(__dirname, "tables", file), "utf8")) as TableSchema);

/** What Microsoft's Kusto language service finds wrong with a query over the tables of one scope; empty when nothing. */
export function queryProblems(query: string, scope: QueryScope): QueryProblem[] {
  return items(analysed(query, scope).GetDiagnostics()).map(({ Start, Message }) => ({
    start: Start,
    message: Message,
  }));
}

/** The columns that a query gives, each with its type. */
export function queryColumns(query: string, scope: QueryScope): Record<string, string> {
  const { Columns } = analysed(query, scope).ResultType;
  return Object.fromEntries((Columns ? items(Columns) : []).map(({ Name, Type }) => [Name, Type.Name]));
}

type Analysis = ReturnType<LanguageService["KustoCode"]["ParseAndAnalyze"]>;

let last: { query: string; scope: QueryScope; analysis: Analysis } | undefined;

/** A query is mostly asked for its mistakes and for its columns one after the other, and analysing is what takes time. */
function analysed(query: string, scope: QueryScope): Analysis {
  if (last?.query !== query || last.scope !== scope)
    last = { query, scope, analysis: languageService().KustoCode.ParseAndAnalyze(query, globals(scope)) };
  return last.analysis;
}

function items<T>(list: List<T>): T[] {
  return Array.from({ length: list.Count }, (_, index) => list.getItem(index));
}

let loaded: LanguageService | undefined;

/** The package sets a global and needs its runtime first; the minified files load in a third of the time. */
function languageService(): LanguageService {
  if (loaded === undefined) {
    require("@kusto/language-service-next/bridge.min.js");
    require("@kusto/language-service-next/Kusto.Language.Bridge.min.js");
    loaded = (globalThis as unknown as { Kusto: { Language: LanguageService } }).Kusto.Language;
  }
  return loaded;
}

const globalsByScope = new Map<QueryScope, unknown>();

function globals(scope: QueryScope): unknown {
  const known = globalsByScope.get(scope);
  if (known !== undefined) return known;
  const { Symbols, GlobalState } = languageService();
  const members = tables
    .filter((table) => table.scope === scope)
    .map(({ table, columns }) =>
      Symbols.TableSymbol.From(`(${columns.map(({ name, type }) => `['${name}']: ${type}`).join(", ")})`).WithName(
        table,
      ),
    );
  const state = GlobalState.Default.WithDatabase(new Symbols.DatabaseSymbol.$ctor1(scope, members));
  globalsByScope.set(scope, state);
  return state;
}
