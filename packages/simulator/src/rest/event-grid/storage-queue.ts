import { request as overTcp } from "node:http";
import { request as overTls } from "node:https";
import { signature } from "../services/shared-key";
import { stringToSign } from "../services/storage-signature";

/** The queue service that stands for every storage account's, such as Azurite's. */
export interface QueueService {
  /** Such as `http://127.0.0.1:10001/devstoreaccount1`. */
  endpoint: string;
  /** Name of the account that signs; the emulator's own when left out. */
  accountName?: string;
  /** Key of the account; the emulator's own, which is public, when left out. */
  accountKey?: string;
  /** Certificate to trust besides those that every program trusts, PEM. */
  certificate?: string;
}

/** The account that every storage emulator has, and its published key (learn.microsoft.com/azure/storage/common/storage-use-azurite). */
const EMULATOR = {
  name: "devstoreaccount1",
  key: "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==",
};

/**
 * Puts a message into a queue as Event Grid does: its text in base64.
 *
 * @throws Error with the queue service's status and code when it does not take the message.
 */
export async function putMessage(service: QueueService, queue: string, text: string): Promise<void> {
  const { accountName = EMULATOR.name, accountKey = EMULATOR.key } = service;
  const url = new URL(`${service.endpoint.replace(/\/+$/, "")}/${encodeURIComponent(queue)}/messages`);
  const body = `<QueueMessage><MessageText>${Buffer.from(text).toString("base64")}</MessageText></QueueMessage>`;
  const headers = {
    "content-type": "application/xml",
    "content-length": String(Buffer.byteLength(body)),
    "x-ms-date": new Date().toUTCString(),
    "x-ms-version": "2021-12-02",
  };
  const signed = stringToSign({ method: "POST", path: url.pathname, query: url.searchParams, headers }, accountName);
  const authorization = `SharedKey ${accountName}:${signature(accountKey, signed)}`;
  const { status, code } = await post(url, { ...headers, authorization }, body, service.certificate);
  if (status >= 300) throw new Error(`queue ${queue}: ${status} ${code}`.trim());
}

function post(url: URL, headers: Record<string, string>, body: string, ca: string | undefined) {
  const begin = url.protocol === "https:" ? overTls : overTcp;
  return new Promise<{ status: number; code: string }>((resolve, reject) => {
    const sent = begin(url, { method: "POST", headers, ...(ca === undefined ? {} : { ca }) }, (response) => {
      response.resume();
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, code: String(response.headers["x-ms-error-code"] ?? "") }),
      );
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
