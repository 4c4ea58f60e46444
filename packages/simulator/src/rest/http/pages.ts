import { randomUUID } from "node:crypto";
import type { Properties } from "../../values";
import type { RestAnswer, RestRequest } from "./exchange";

/** A list to answer in pages. */
export interface PagedList {
  /** Where the next link leads: scheme, host, port and whatever stands before the request's own path. */
  origin: string;
  /** Items on a page. */
  size: number;
  /** What is listed; asked once for a list, however many pages it has. */
  ids: () => readonly string[];
  /** An item as it is now; undefined for one that has gone since the first page. */
  show: (id: string) => Properties | undefined;
}

/** How many lists are remembered between pages. */
const REMEMBERED = 200;

/**
 * Answers lists in pages with a link to the next. What a list holds is settled by its first page: items that come or go
 * meanwhile neither repeat nor shift the others, and listing everything costs time in proportion to what there is.
 */
export class Pages {
  private readonly lists = new Map<string, readonly string[]>();

  answer(request: RestRequest, list: PagedList): RestAnswer {
    const [token = "", offset = "0"] = (request.query.get("$skiptoken") ?? "").split(".");
    const ids = this.lists.get(token) ?? list.ids();
    const start = Number(offset) || 0;
    const end = start + list.size;
    const value = ids
      .slice(start, end)
      .map(list.show)
      .filter((each) => each !== undefined);
    if (end >= ids.length) return { status: 200, body: { value } };
    const query = new URLSearchParams(request.query);
    query.set("$skiptoken", `${this.remember(token, ids)}.${end}`);
    return { status: 200, body: { value, nextLink: `${list.origin}${request.path}?${query}` } };
  }

  private remember(token: string, ids: readonly string[]): string {
    if (this.lists.has(token)) return token;
    const [oldest] = this.lists.keys();
    if (this.lists.size >= REMEMBERED && oldest !== undefined) this.lists.delete(oldest);
    const made = randomUUID();
    this.lists.set(made, ids);
    return made;
  }
}
