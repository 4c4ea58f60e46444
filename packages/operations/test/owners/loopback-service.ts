import type { IncomingMessage } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { loopbackCertificate } from "../azurite/certificate";

/** One request as a service sees it. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** What it answers. */
export interface Answered {
  readonly status: number;
  readonly body?: unknown;
}

/** A service on this machine, over HTTPS. */
export interface LoopbackService {
  readonly address: string;
  readonly certificate: string;
  close(): Promise<void>;
}

export async function loopbackService(answer: (asked: Asked) => Answered): Promise<LoopbackService> {
  const { certificate, key } = await loopbackCertificate();
  const server = createServer({ cert: certificate, key }, (request, response) => {
    let body = "";
    request.on("data", (part) => {
      body += part;
    });
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      const { status, body: said } = answer({ method, path: url, headers, body });
      response.writeHead(status, { "content-type": "application/json" });
      response.end(said === undefined ? "" : JSON.stringify(said));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `https://127.0.0.1:${port}`,
    certificate,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
