import { ServiceClient } from "@azure/core-client";
import { createHttpHeaders, createPipelineRequest } from "@azure/core-rest-pipeline";
import { clientOptions } from "../azure/client-options";
import type { OwnerParts } from "./owner-parts";

/** An application as far as its credentials matter. */
export interface Application {
  readonly appId: string;
  readonly passwordCredentials: readonly PasswordCredential[];
  readonly keyCredentials: readonly KeyCredential[];
}

/** A certificate as Graph shows it, without the certificate. */
export interface KeyCredential {
  readonly keyId?: string;
  readonly displayName?: string;
  readonly type: string;
  readonly usage: string;
  /** The SHA-1 of the certificate, base64: what Graph knows it by. */
  readonly customKeyIdentifier?: string;
  readonly endDateTime?: string;
  /** The certificate in base64; only where it is added. */
  readonly key?: string;
}

/** A client secret as Graph shows it: its first three characters and never the rest. */
export interface PasswordCredential {
  readonly keyId: string;
  readonly displayName?: string;
  readonly hint?: string;
  readonly secretText?: string;
}

/** Calls Microsoft Graph on the application that is the owner. Reading tries again, changing does not. */
export class Graph {
  constructor(private readonly parts: OwnerParts) {}

  application(): Promise<Application> {
    return this.#call<Application>("GET", "?$select=appId,passwordCredentials,keyCredentials");
  }

  addPassword(displayName: string): Promise<PasswordCredential> {
    return this.#call("POST", "/addPassword", { passwordCredential: { displayName } });
  }

  removePassword(keyId: string): Promise<unknown> {
    return this.#call("POST", "/removePassword", { keyId });
  }

  /** Replaces the whole list; those that are kept go in as they came out. */
  setCertificates(keyCredentials: readonly KeyCredential[]): Promise<unknown> {
    return this.#call("PATCH", "", { keyCredentials });
  }

  /** The tenant that the job is signed in to, from its token for Graph. */
  async tenant(): Promise<string> {
    const payload = (await this.#token()).split(".")[1] ?? "";
    const { tid } = JSON.parse(Buffer.from(payload, "base64url").toString("utf8")) as { tid?: string };
    if (tid === undefined) throw new Error("the token for Graph names no tenant");
    return tid;
  }

  async #token(): Promise<string> {
    const { credential, secret } = this.parts;
    const token = await credential.getToken(`${new URL(secret.owner).origin}/.default`);
    return token?.token ?? "";
  }

  async #call<T>(method: "GET" | "POST" | "PATCH", path: string, body?: unknown): Promise<T> {
    const { secret, settings } = this.parts;
    const options = clientOptions(settings);
    const client = new ServiceClient(method === "GET" ? options : { ...options, retryOptions: { maxRetries: 0 } });
    const headers = createHttpHeaders({
      authorization: `Bearer ${await this.#token()}`,
      "content-type": "application/json",
    });
    const answer = await client.sendRequest(
      createPipelineRequest({
        url: `${secret.owner.replace(/\/+$/, "")}${path}`,
        method,
        headers,
        body: body === undefined ? undefined : JSON.stringify(body),
      }),
    );
    if (answer.status >= 300)
      throw Object.assign(new Error(`Graph answered ${method} ${path} with ${answer.status}`), {
        statusCode: answer.status,
      });
    return JSON.parse(answer.bodyAsText || "{}") as T;
  }
}
