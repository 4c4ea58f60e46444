import { ServiceClient } from "@azure/core-client";
import { createHttpHeaders, createPipelineRequest } from "@azure/core-rest-pipeline";
import { clientOptions } from "../azure/client-options";
import { KeyCheck } from "../ports";
import type { MakeOwner } from "./owner-parts";
import { askService } from "./service-request";
import { twoSlotOwner } from "./two-slot-owner";

/**
 * A service of one's own with two keys. It answers, to a caller with a token of the jobs' identity for itself:
 *
 * - `GET <owner>`: `{"keys": {"1": "…", "2": "…"}}`, a slot without a key left out;
 * - `POST <owner>/1` or `/2`: gives the slot a new key, and the old one dies; 2xx once that is so;
 *
 * and to anybody:
 *
 * - `GET <owner>/check` with the key in the header `x-api-key`: 2xx if it opens, 401 or 403 if it does not.
 */
export const makeOwner: MakeOwner = (parts) => {
  const { secret, credential, settings } = parts;
  const owner = secret.owner.replace(/\/+$/, "");
  const call = async (method: "GET" | "POST", path: string, retries: boolean) => {
    const token = await credential.getToken(`${new URL(owner).origin}/.default`);
    const options = clientOptions(settings);
    const client = new ServiceClient(retries ? options : { ...options, retryOptions: { maxRetries: 0 } });
    const headers = createHttpHeaders({ authorization: `Bearer ${token?.token ?? ""}` });
    const answer = await client.sendRequest(createPipelineRequest({ url: `${owner}${path}`, method, headers }));
    if (answer.status >= 300)
      throw Object.assign(new Error(`${method} ${owner}${path} was answered with ${answer.status}`), {
        statusCode: answer.status,
      });
    return answer.bodyAsText ?? "";
  };
  return twoSlotOwner(parts, {
    keys: async () => keysIn(await call("GET", "", true)),
    regenerate: (slot) => call("POST", `/${slot}`, false),
    check: async (key) => {
      const address = secret.probe ?? `${owner}/check`;
      const { status } = await askService(parts, { address, headers: { "x-api-key": key.reveal() } });
      if (status === 401 || status === 403) return KeyCheck.Refused;
      if (status < 300) return KeyCheck.Works;
      throw Object.assign(new Error(`${address} was answered with ${status}; 2xx, 401 or 403 are understood`), {
        statusCode: status,
      });
    },
  });
};

function keysIn(text: string): Record<string, string | undefined> {
  const { keys } = JSON.parse(text) as { keys?: Record<string, unknown> };
  return Object.fromEntries(
    Object.entries(keys ?? {}).map(([slot, key]) => [slot, typeof key === "string" ? key : undefined]),
  );
}
