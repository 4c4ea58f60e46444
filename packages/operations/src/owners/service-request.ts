import { createDefaultHttpClient, createHttpHeaders, createPipelineRequest } from "@azure/core-rest-pipeline";
import { KeyCheck, OwnerUnavailable, Unavailability } from "../ports";
import type { OwnerParts } from "./owner-parts";

/** A request to a service's own data plane. */
export interface ServiceQuestion {
  readonly address: string;
  readonly method?: "GET" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What the service answered. */
export interface ServiceAnswer {
  readonly status: number;
  readonly text: string;
}

/** A try takes ten seconds at most; the rotation tries again with pauses of its own. */
const TIMEOUT_MILLISECONDS = 10_000;

/** Asks a service once, and follows no redirection: a key goes nowhere but there. @throws OwnerUnavailable */
export async function askService(parts: OwnerParts, question: ServiceQuestion): Promise<ServiceAnswer> {
  const { address, method = "GET", headers = {}, body } = question;
  const { secret, settings } = parts;
  const request = createPipelineRequest({
    url: address,
    method,
    headers: createHttpHeaders({ ...headers }),
    body,
    timeout: TIMEOUT_MILLISECONDS,
    allowInsecureConnection: false,
  });
  request.tlsSettings = settings.tlsOptions;
  const later = (why: string) => new OwnerUnavailable(secret.owner, Unavailability.Later, why);
  try {
    const { status, bodyAsText } = await createDefaultHttpClient().sendRequest(request);
    if (status === 408 || status === 429 || status >= 500)
      throw later(`${new URL(address).host} answers ${status}; try again later`);
    return { status, text: bodyAsText ?? "" };
  } catch (error) {
    if (error instanceof OwnerUnavailable) throw error;
    throw later(`${new URL(address).host} does not answer: ${(error as { code?: string }).code ?? "no code"}`);
  }
}

/** What a service says of a key, where 401 and 403 mean that it does not open. */
export function verdictOf({ status }: ServiceAnswer): KeyCheck {
  return status === 401 || status === 403 ? KeyCheck.Refused : KeyCheck.Works;
}

/** A service's address without a slash at its end: its own, or the one that the secret's row gives. */
export function serviceAddress({ secret }: OwnerParts, own: string | undefined): string {
  const address = secret.endpoint ?? own;
  if (address === undefined)
    throw new OwnerUnavailable(secret.owner, Unavailability.Later, "the service does not say its address yet");
  return address.replace(/\/+$/, "");
}
