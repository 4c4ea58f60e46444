import type { IncomingMessage, RequestListener, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { RestAnswer, RestRequest } from "./exchange";

/** Largest request body that is read, 64 MB: Azure Resource Manager takes 4, data planes more. */
const LARGEST_BODY = 64 * 1024 * 1024;

/** What stands in the place of an answer when the connection is to break. */
export const RESET = Symbol("the connection is reset");

/** Answers requests read whole, one by one. */
export type Answerer = (request: RestRequest) => Promise<RestAnswer | typeof RESET>;

/** Turns a function over whole requests into what Node's servers call. */
export function listener(answer: Answerer): RequestListener {
  return (incoming, outgoing) => {
    readWhole(incoming)
      .then(answer)
      .then((result) => {
        if (result === RESET) incoming.socket.resetAndDestroy();
        else send(outgoing, result, incoming.method === "HEAD");
      })
      .catch((error: Error) => {
        if (outgoing.headersSent || outgoing.destroyed) incoming.socket.destroy();
        else send(outgoing, failure(error), false);
      });
  };
}

/**
 * Listens on the loopback address.
 *
 * @param port 0 takes a free one.
 * @returns the port.
 */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
}

/** Stops listening and ends every connection. */
export function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function readWhole(incoming: IncomingMessage): Promise<RestRequest> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > LARGEST_BODY) throw Object.assign(new Error("the request is too large"), { status: 413 });
    chunks.push(chunk);
  }
  const [path = "/", query = ""] = (incoming.url ?? "/").split(/\?(.*)/s);
  return {
    method: incoming.method ?? "GET",
    path,
    query: new URLSearchParams(query),
    headers: incoming.headers,
    body: Buffer.concat(chunks),
  };
}

function send(outgoing: ServerResponse, answer: RestAnswer, headOnly: boolean): void {
  const text = answer.text ?? (answer.body === undefined ? "" : JSON.stringify(answer.body));
  const type = answer.body === undefined ? {} : { "content-type": "application/json; charset=utf-8" };
  const empty = answer.status === 204 || answer.status === 304;
  outgoing.writeHead(answer.status, {
    ...type,
    ...(empty ? {} : { "content-length": Buffer.byteLength(text) }),
    ...answer.headers,
  });
  outgoing.end(headOnly || empty ? undefined : text);
}

/** A mistake in the simulator itself, or a request that cannot be read. */
function failure(error: Error & { status?: number }): RestAnswer {
  const status = error.status ?? 500;
  const code = status === 500 ? "InternalServerError" : "RequestTooLarge";
  return { status, body: { error: { code, message: `The simulated Azure failed: ${error.message}` } } };
}
