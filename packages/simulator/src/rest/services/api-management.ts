import { textOf } from "../../values";
import { header } from "../http/exchange";
import { RestRefusal } from "../http/rest-refusal";
import { type ServicePlane, slotOf } from "./service-plane";

const SERVICE = "Microsoft.ApiManagement/service";

/** API Management's gateway: every path answers a caller with the key of an active subscription. */
export const apiManagementPlane: ServicePlane = {
  armType: SERVICE,
  answer: ({ context, request, resource, path, keysOf }) => {
    const presented =
      header(request, "ocp-apim-subscription-key") ?? request.query.get("subscription-key") ?? undefined;
    if (presented === undefined) {
      throw new RestRefusal(
        401,
        "Unauthorized",
        "Access denied due to missing subscription key. Make sure to include subscription key when making requests to an API.",
      );
    }
    const subscription = context.world
      .inside(resource.id)
      .filter(
        ({ armType, properties }) =>
          armType === `${SERVICE}/subscriptions` && (textOf(properties.state) ?? "active") === "active",
      )
      .find((each) => slotOf(keysOf(each), presented) !== undefined);
    if (subscription !== undefined) return { status: 200, body: { path } };
    throw new RestRefusal(
      401,
      "Unauthorized",
      "Access denied due to invalid subscription key. Make sure to provide a valid key for an active subscription.",
    );
  },
  refused: ({ status, reason }) => ({ status, body: { statusCode: status, message: reason } }),
};
