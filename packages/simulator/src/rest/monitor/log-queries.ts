import { textOf, type Value } from "../../values";
import { idKey, type World, type WorldResource } from "../../world";
import { callerOf, type DoorContext } from "../door-context";
import { jsonBody, type RestAnswer, type RestRequest, segmentsOf } from "../http/exchange";
import { RestRefusal } from "../http/rest-refusal";
import { audiences } from "../identity/audiences";
import type { Call, Surface } from "../surface";

/** Where log queries are answered behind the door: `/v1/workspaces/<id>/query` and `/v1/<resource id>/query`. */
export const LOGS = "v1";

/** What a query is answered with. No query is run. */
export interface QueryAnswer {
  /** Regular expression that the query's text must match, whatever the letter case. The newest answer that fits is given. */
  matches: string;
  columns: readonly QueryColumn[];
  rows: readonly Value[][];
}

export interface QueryColumn {
  name: string;
  /** Kusto's name of the type, such as `datetime`, `real`, `long`, `string`. */
  type: string;
}

/**
 * The answers that are set for log queries. KQL is not run here: a query gets the rows that were set for its text, and one
 * that nothing was set for gets a table without columns.
 */
export class QueryAnswers {
  private readonly answers: QueryAnswer[] = [];
  private readonly asked: string[] = [];

  /** @throws Error where `matches` is no regular expression or a row has another number of values than there are columns. */
  set(answer: QueryAnswer): void {
    new RegExp(answer.matches);
    const wrong = answer.rows.findIndex((row) => row.length !== answer.columns.length);
    if (wrong >= 0)
      throw new Error(`row ${wrong} has ${answer.rows[wrong]?.length} values for ${answer.columns.length} columns`);
    this.answers.push(answer);
  }

  /** The text of every query so far, the oldest first. */
  list(): string[] {
    return [...this.asked];
  }

  clear(): void {
    this.answers.length = 0;
    this.asked.length = 0;
  }

  find(query: string): QueryAnswer | undefined {
    this.asked.push(query);
    return this.answers.findLast(({ matches }) => new RegExp(matches, "i").test(query));
  }
}

/** Azure Monitor's query API. */
export class LogQueries implements Surface {
  constructor(
    private readonly context: DoorContext,
    private readonly answers: QueryAnswers,
  ) {}

  async answer(request: RestRequest, call: Call): Promise<RestAnswer> {
    const principal = callerOf(this.context, request, call, audiences.logs);
    const [, ...segments] = segmentsOf(request.path);
    if (segments.at(-1)?.toLowerCase() !== "query" || !["POST", "GET"].includes(request.method)) {
      throw new RestRefusal(404, "PathNotFoundError", "The requested path does not exist");
    }
    const subject = this.subject(segments.slice(0, -1));
    const action = /^Microsoft\.OperationalInsights\/workspaces$/i.test(subject.armType)
      ? "Microsoft.OperationalInsights/workspaces/query/read"
      : "Microsoft.Insights/logs/read";
    this.context.authorizer.demand(call, principal, { action, scope: subject.id });
    const query = request.method === "GET" ? request.query.get("query") : textOf(jsonBody(request).query);
    if (!query)
      throw new RestRefusal(400, "BadArgumentError", "The request had some invalid properties: the query is missing.");
    const { columns = [], rows = [] } = this.answers.find(query) ?? {};
    const table = {
      name: "PrimaryResult",
      columns: columns.map((each) => ({ ...each })),
      rows: rows.map((row) => [...row]),
    };
    return { status: 200, body: { tables: [table] } };
  }

  /** The workspace or resource that is asked about. */
  private subject(segments: readonly string[]): WorldResource {
    const [first, id = ""] = segments;
    const found =
      first === "workspaces"
        ? workspace(this.context.world, id)
        : this.context.world.resource(`/${segments.join("/")}`);
    if (found !== undefined) return found;
    throw new RestRefusal(
      404,
      "WorkspaceNotFoundError",
      `The workspace or resource could not be found: ${segments.join("/")}`,
    );
  }
}

/** A workspace by its own id (a GUID) or its name. */
function workspace(world: World, id: string): WorldResource | undefined {
  return world
    .resources("Microsoft.OperationalInsights/workspaces")
    .find(
      (each) =>
        textOf(each.properties.customerId)?.toLowerCase() === id.toLowerCase() ||
        idKey(each.id).endsWith(`/${id.toLowerCase()}`),
    );
}
