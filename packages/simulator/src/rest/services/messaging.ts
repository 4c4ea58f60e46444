import { nameOf } from "../../sdk";
import type { Value } from "../../values";
import { idKey, type World, type WorldResource } from "../../world";
import { header, type RestAnswer } from "../http/exchange";
import { RestRefusal } from "../http/rest-refusal";
import { type ServicePlane, type ServiceRequest, slotOf } from "./service-plane";
import { sameSignature, signature } from "./shared-key";

/** Service Bus and Event Hubs over HTTP as far as keys can be tried: sending, with a shared access signature. */
export const messagingPlanes: readonly ServicePlane[] = [
  "Microsoft.ServiceBus/namespaces",
  "Microsoft.EventHub/namespaces",
].map(
  (armType): ServicePlane => ({
    armType,
    answer: (service): RestAnswer => {
      const entity = /^\/([^/]+)\/messages$/.exec(service.path)?.[1];
      const isSend = service.request.method === "POST" && entity !== undefined;
      open(service, entity, isSend ? "Send" : "Manage");
      if (isSend) return { status: 201 };
      if (service.request.method === "GET" && service.path === "/$Resources/queues")
        return { status: 200, text: "<feed/>", headers: { "content-type": "application/atom+xml" } };
      throw new RestRefusal(404, "NotFound", `The simulated namespace has no ${service.path}.`);
    },
  }),
);

/** A publisher to an Event Grid topic or domain, by its key. */
export const eventGridPlanes: readonly ServicePlane[] = [
  "Microsoft.EventGrid/topics",
  "Microsoft.EventGrid/domains",
].map(
  (armType): ServicePlane => ({
    armType,
    answer: ({ request, resource, path, keysOf }) => {
      const isOff = resource.properties.disableLocalAuth === true;
      if (isOff || slotOf(keysOf(resource), header(request, "aeg-sas-key")) === undefined) {
        throw new RestRefusal(
          401,
          "Unauthorized",
          "Request must contain one of the following authorization signature: aeg-sas-token, aeg-sas-key.",
        );
      }
      if (request.method === "POST" && ["/", "/api/events"].includes(path)) return { status: 200 };
      throw new RestRefusal(404, "NotFound", `The simulated topic has no ${path}.`);
    },
  }),
);

/** Opens for a signature by a rule of the namespace or of the entity that has the right. */
function open({ context, request, resource, keysOf }: ServiceRequest, entity: string | undefined, right: string): void {
  const token = new URLSearchParams((header(request, "authorization") ?? "").replace(/^SharedAccessSignature /, ""));
  const [name, uri, expiry, given] = ["skn", "sr", "se", "sig"].map((part) => token.get(part) ?? "");
  const text = `${encodeURIComponent(uri ?? "")}\n${expiry}`;
  const lowerText = `${encodeURIComponent(uri ?? "").replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase())}\n${expiry}`;
  const rule = rulesOf(context.world, resource, entity).find(
    (each) =>
      nameOf(each.id) === name &&
      [...keysOf(each).values()].some((key) =>
        [text, lowerText].some((signed) => sameSignature(given ?? "", signature(key, signed, "utf8"))),
      ),
  );
  if (rule === undefined || Number(expiry) < Date.now() / 1000 || resource.properties.disableLocalAuth === true) {
    throw new RestRefusal(
      401,
      "Unauthorized",
      "40103: Invalid authorization token signature, Resource: the namespace.",
    );
  }
  const rights = listOf(rule.properties.rights).map(String);
  if (rights.includes(right) || rights.includes("Manage")) return;
  throw new RestRefusal(401, "Unauthorized", `40104: Authorization failed: the rule '${name}' has no ${right} claim.`);
}

function rulesOf(world: World, namespace: WorldResource, entity: string | undefined): WorldResource[] {
  return world.inside(namespace.id).filter((each) => {
    if (!/\/authorizationRules$/i.test(each.armType)) return false;
    const owner = idKey(each.id)
      .slice(idKey(namespace.id).length + 1)
      .split("/");
    return owner.length === 2 || owner[1] === entity?.toLowerCase();
  });
}

function listOf(value: Value | undefined): Value[] {
  return Array.isArray(value) ? value : [];
}
