import { Agent, request } from "node:https";

/** One answer. */
export interface Reply {
  readonly status: number;
  readonly text: string;
}

/** Asks over one connection pool that trusts a certificate. */
export function httpsClient(certificate: string) {
  const agent = new Agent({ keepAlive: true, ca: certificate });
  return {
    ask(method: string, url: string, headers: Record<string, string>): Promise<Reply> {
      return new Promise((resolve, reject) => {
        const sent = request(url, { method, headers, agent }, (response) => {
          let text = "";
          response.on("data", (chunk) => (text += chunk));
          response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
        });
        sent.on("error", reject);
        sent.end();
      });
    },
    close: () => agent.destroy(),
  };
}
