import { KeyCheck } from "../ports";
import type { Application, Graph } from "./graph";
import type { OwnerParts } from "./owner-parts";
import { askService } from "./service-request";

/** Where tokens are given in the public cloud. */
const AUTHORITY = "https://login.microsoftonline.com";

/** What an application signs in with, given the address at which it does. */
export type Proof = (application: Application, tokenAddress: string) => Readonly<Record<string, string>>;

/** Whether Entra gives the application a token for what it shows. */
export async function askEntra(parts: OwnerParts, graph: Graph, proof: Proof): Promise<KeyCheck> {
  const [application, tenant] = await Promise.all([graph.application(), graph.tenant()]);
  const address = `${parts.secret.endpoint ?? AUTHORITY}/${tenant}/oauth2/v2.0/token`;
  const { appId } = application;
  const form = { grant_type: "client_credentials", client_id: appId, scope: `${appId}/.default` };
  const { status, text } = await askService(parts, {
    address,
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ ...form, ...proof(application, address) }).toString(),
  });
  if (status < 300) return KeyCheck.Works;
  // Of all refusals only this one is about the credential; an application may be denied a token for other reasons.
  return text.includes("invalid_client") ? KeyCheck.Refused : KeyCheck.Works;
}
