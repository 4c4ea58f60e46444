import { namedKeys } from "../../world";
import { callerOf } from "../door-context";
import { header, type RestAnswer } from "../http/exchange";
import { RestRefusal } from "../http/rest-refusal";
import { audiences } from "../identity/audiences";
import { type ServicePlane, type ServiceRequest, slotOf } from "./service-plane";

const SERVICE = "Microsoft.Search/searchServices";
const DOCUMENTS = /^\/indexes(\/|\(')[^/]+\/docs/i;

/** Azure AI Search: admin keys open everything, query keys only documents. Its indexes are empty. */
export const searchPlane: ServicePlane = {
  armType: SERVICE,
  answer: (service): RestAnswer => {
    const isDocuments = DOCUMENTS.test(service.path);
    open(service, isDocuments);
    if (isDocuments) return { status: 200, body: { value: [] } };
    if (service.path === "/servicestats") return { status: 200, body: { counters: {}, limits: {} } };
    if (service.request.method === "GET" && service.path === "/indexes") return { status: 200, body: { value: [] } };
    throw new RestRefusal(404, "ResourceNotFound", `No resource was found at ${service.path}.`);
  },
};

function open({ context, request, call, resource, keysOf }: ServiceRequest, isDocuments: boolean): void {
  if (header(request, "authorization") !== undefined) {
    const principal = callerOf(context, request, call, audiences.search);
    const action = isDocuments ? `${SERVICE}/indexes/documents/read` : `${SERVICE}/indexes/read`;
    context.authorizer.demand(call, principal, { action, isDataAction: isDocuments, scope: resource.id });
    return;
  }
  const presented = header(request, "api-key");
  if (presented !== undefined && resource.properties.disableLocalAuth !== true) {
    if (slotOf(keysOf(resource), presented) !== undefined) return;
    if (isDocuments && namedKeys(resource).some(({ value }) => value === presented)) return;
  }
  throw new RestRefusal(
    403,
    "Forbidden",
    "Access denied: the api-key is missing, invalid or does not allow this operation.",
  );
}
