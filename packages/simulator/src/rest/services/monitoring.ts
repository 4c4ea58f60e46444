import { textOf } from "../../values";
import { namedKeys } from "../../world";
import { header } from "../http/exchange";
import { RestRefusal } from "../http/rest-refusal";
import type { ServicePlane } from "./service-plane";
import { sameSignature, signature } from "./shared-key";

/** Log Analytics' collector of data, with the signature of a shared key (the HTTP Data Collector API). */
export const workspacePlane: ServicePlane = {
  armType: "Microsoft.OperationalInsights/workspaces",
  answer: ({ request, resource, path, keysOf }) => {
    if (request.method !== "POST" || path !== "/api/logs") {
      throw new RestRefusal(404, "NotFound", `The simulated collector has no ${path}.`);
    }
    const [, workspace = "", given = ""] =
      /^SharedKey ([^:]+):(.+)$/.exec(header(request, "authorization") ?? "") ?? [];
    const { length } = request.body;
    const type = header(request, "content-type") ?? "";
    const text = `POST\n${length}\n${type}\nx-ms-date:${header(request, "x-ms-date") ?? ""}\n/api/logs`;
    const isSigned = [...keysOf(resource).values()].some((key) => sameSignature(given, signature(key, text)));
    if (workspace === textOf(resource.properties.customerId) && isSigned) return { status: 200 };
    throw new RestRefusal(
      403,
      "InvalidAuthorization",
      "An invalid signature was specified in the Authorization header.",
    );
  },
};

/** Application Insights' queries with an API key; no query is run, its tables are empty. */
export const componentPlane: ServicePlane = {
  armType: "Microsoft.Insights/components",
  answer: ({ request, resource, path }) => {
    const [, app] = /^\/v1\/apps\/([^/]+)\/(query|metrics)/.exec(path) ?? [];
    if (app === undefined || app !== textOf(resource.properties.appId)) {
      throw new RestRefusal(404, "PathNotFoundError", "The requested path does not exist");
    }
    const presented = header(request, "x-api-key");
    if (presented !== undefined && namedKeys(resource).some(({ value }) => value === presented)) {
      return { status: 200, body: { tables: [{ name: "PrimaryResult", columns: [], rows: [] }] } };
    }
    throw new RestRefusal(401, "AuthorizationRequiredError", "Valid authentication was not provided");
  },
};
