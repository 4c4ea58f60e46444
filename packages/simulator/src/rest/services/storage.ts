import { nameOf } from "../../sdk";
import type { Refusal, WorldResource } from "../../world";
import { callerOf } from "../door-context";
import { header, type RestAnswer } from "../http/exchange";
import { RestRefusal } from "../http/rest-refusal";
import { audiences } from "../identity/audiences";
import type { ServicePlane, ServiceRequest } from "./service-plane";
import { sameSignature, signature } from "./shared-key";
import { stringToSign } from "./storage-signature";

const ACCOUNT = "Microsoft.Storage/storageAccounts";

/**
 * Blob storage as far as keys can be tried: the list of containers, with a SharedKey signature that is checked in full
 * or a token. What is in blobs, queues and tables is Azurite's part.
 */
export const storagePlane: ServicePlane = {
  armType: ACCOUNT,
  answer: (service): RestAnswer => {
    open(service);
    const isList = service.request.method === "GET" && service.request.query.get("comp") === "list";
    if (!isList) throw new RestRefusal(400, "InvalidQueryParameterValue", "Only the list of containers is simulated.");
    return { status: 200, headers: { "content-type": "application/xml" }, text: containerList(service) };
  },
  refused: (refusal: Refusal): RestAnswer => ({
    status: refusal.status,
    headers: { "content-type": "application/xml", "x-ms-error-code": refusal.code },
    text: `<?xml version="1.0" encoding="utf-8"?><Error><Code>${refusal.code}</Code><Message>${escaped(refusal.reason)}</Message></Error>`,
  }),
};

function open({ context, request, call, resource, keysOf }: ServiceRequest): void {
  const authorization = header(request, "authorization") ?? "";
  if (authorization.startsWith("Bearer ")) {
    const principal = callerOf(context, request, call, audiences.storage);
    const action = `${ACCOUNT}/blobServices/containers/read`;
    context.authorizer.demand(call, principal, { action, scope: resource.id });
    return;
  }
  const [, account = "", given = ""] = /^SharedKey ([^:]+):(.+)$/.exec(authorization) ?? [];
  const isOff = resource.properties.allowSharedKeyAccess === false;
  if (isOff)
    throw new RestRefusal(
      403,
      "KeyBasedAuthenticationNotPermitted",
      "Key based authentication is not permitted on this storage account.",
    );
  const text = stringToSign(request, account);
  const isSigned =
    account === nameOf(resource.id) &&
    [...keysOf(resource).values()].some((key) => sameSignature(given, signature(key, text)));
  if (isSigned) return;
  throw new RestRefusal(
    403,
    "AuthenticationFailed",
    "Server failed to authenticate the request. Make sure the value of Authorization header is formed correctly including the signature.",
  );
}

function containerList({ context, resource }: ServiceRequest): string {
  const containers = context.world
    .inside(resource.id)
    .filter(({ armType }) => armType === `${ACCOUNT}/blobServices/containers`)
    .map(
      (container: WorldResource) =>
        `<Container><Name>${escaped(nameOf(container.id))}</Name><Properties><Last-Modified>${new Date(container.createdAt).toUTCString()}</Last-Modified><Etag>"0x1"</Etag></Properties></Container>`,
    );
  return `<?xml version="1.0" encoding="utf-8"?><EnumerationResults><Containers>${containers.join("")}</Containers><NextMarker /></EnumerationResults>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
