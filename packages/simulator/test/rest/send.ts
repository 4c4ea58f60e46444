import { request } from "node:https";
import type { RestDoor } from "@ringfence/simulator/rest";

/** What the door answered. */
export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  // biome-ignore lint/suspicious/noExplicitAny: what is answered is looked at member by member
  body: any;
}

/** One HTTPS request that trusts the door's certificate and no other. */
export function send(
  door: RestDoor,
  method: string,
  url: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const text = body === undefined ? undefined : typeof body === "string" ? body : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { method, ca: door.certificate, headers: { "content-type": "application/json", ...headers } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () => {
          const received = Buffer.concat(chunks).toString("utf8");
          const isJson = String(response.headers["content-type"]).includes("json");
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: isJson && received !== "" ? JSON.parse(received) : received,
          });
        });
      },
    );
    sent.on("error", reject);
    sent.end(text);
  });
}
