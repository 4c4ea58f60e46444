import { nameOf } from "../../sdk";
import { textOf } from "../../values";
import { header, type RestAnswer } from "../http/exchange";
import { RestRefusal } from "../http/rest-refusal";
import type { ServicePlane, ServiceRequest } from "./service-plane";
import { sameSignature, signature } from "./shared-key";

const ACCOUNT = "Microsoft.DocumentDB/databaseAccounts";

/** Cosmos DB for NoSQL as far as keys can be tried: the account and its databases, with a master key's signature. */
export const cosmosPlane: ServicePlane = {
  armType: ACCOUNT,
  answer: (service): RestAnswer => {
    open(service);
    const { context, resource, path, request } = service;
    if (request.method === "GET" && (path === "/" || path === "")) {
      const uri = textOf(resource.properties.documentEndpoint) ?? "";
      const here = [{ name: nameOf(resource.id), databaseAccountEndpoint: uri }];
      return {
        status: 200,
        body: { id: nameOf(resource.id), _self: "", writableLocations: here, readableLocations: here },
      };
    }
    if (request.method === "GET" && path === "/dbs") {
      const databases = context.world
        .inside(resource.id)
        .filter(({ armType }) => armType === `${ACCOUNT}/sqlDatabases`);
      return {
        status: 200,
        body: { _rid: "", _count: databases.length, Databases: databases.map(({ id }) => ({ id: nameOf(id) })) },
      };
    }
    throw new RestRefusal(404, "NotFound", `The simulated Cosmos DB has no ${path}.`);
  },
  refused: ({ status, code, reason }) => ({ status, body: { code, message: reason } }),
};

/** Read-only keys open reads alone. */
function open({ request, resource, path, keysOf }: ServiceRequest): void {
  const token = new URLSearchParams(decoded(header(request, "authorization") ?? "").replaceAll("+", "%2B"));
  const text = stringToSign(request.method, path, header(request, "x-ms-date") ?? header(request, "date") ?? "");
  const given = token.get("sig") ?? "";
  const slot = [...keysOf(resource)].find(([, key]) => sameSignature(given, signature(key, text)))?.[0];
  if (token.get("type") === "master" && slot !== undefined && resource.properties.disableLocalAuth !== true) {
    if (request.method === "GET" || !/readonly/i.test(slot)) return;
    throw new RestRefusal(403, "Forbidden", "The read-only key does not allow this operation.");
  }
  throw new RestRefusal(
    401,
    "Unauthorized",
    "The input authorization token can't serve the request. Please check that the expected payload is built as per the protocol, and check the key being used.",
  );
}

/** What a master key's signature is over (learn.microsoft.com/rest/api/cosmos-db/access-control-on-cosmosdb-resources). */
function stringToSign(method: string, path: string, date: string): string {
  const segments = path.split("/").filter((segment) => segment !== "");
  const isCollection = segments.length % 2 === 1;
  const type = (isCollection ? segments.at(-1) : segments.at(-2)) ?? "";
  const link = (isCollection ? segments.slice(0, -1) : segments).join("/");
  return `${method.toLowerCase()}\n${type.toLowerCase()}\n${link}\n${date.toLowerCase()}\n\n`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
