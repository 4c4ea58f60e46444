import type { IncomingHttpHeaders } from "node:http";
import { isObject, type Properties, type Value } from "../../values";
import { RestRefusal } from "./rest-refusal";

/** One request, read whole. */
export interface RestRequest {
  method: string;
  /** Path as it was sent, percent-encoded, without the query. */
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** What is answered: a status, headers in lower case, and JSON or text. */
export interface RestAnswer {
  status: number;
  headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  body?: Value;
  /** Sent as it is, with the content type that `headers` say. */
  text?: string;
}

/** A header's value, the first where there are several. */
export function header(request: RestRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/**
 * The request's body as a JSON object; empty where nothing was sent.
 *
 * @throws RestRefusal 400 InvalidRequestContent for anything else.
 */
export function jsonBody(request: RestRequest): Properties {
  if (request.body.length === 0) return {};
  const parsed = parse(request.body.toString("utf8"));
  if (isObject(parsed)) return parsed;
  throw new RestRefusal(
    400,
    "InvalidRequestContent",
    "The request content was invalid and could not be deserialized: a JSON object is expected.",
  );
}

function parse(text: string): Value | undefined {
  try {
    return JSON.parse(text) as Value;
  } catch {
    return undefined;
  }
}

/** The path's segments, decoded. */
export function segmentsOf(path: string): string[] {
  return path
    .split("/")
    .filter((segment) => segment !== "")
    .map((segment) => {
      try {
        return decodeURIComponent(segment);
      } catch {
        throw new RestRefusal(400, "BadRequest", "The request URL is not properly encoded.");
      }
    });
}
