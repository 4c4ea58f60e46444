import { nameOf } from "../../sdk";
import { objectOf, type Properties, textOf } from "../../values";
import type { World, WorldResource } from "../../world";
import { callerOf } from "../door-context";
import { header, jsonBody, type RestAnswer } from "../http/exchange";
import { RestRefusal } from "../http/rest-refusal";
import { audiences } from "../identity/audiences";
import { type ServicePlane, type ServiceRequest, slotOf } from "./service-plane";

const ACCOUNT = "Microsoft.CognitiveServices/accounts";

/** Azure OpenAI's surface of an account: its models, and chat completions that say which deployment answered. */
export const cognitiveServicesPlane: ServicePlane = {
  armType: ACCOUNT,
  answer: (service): RestAnswer => {
    const { request, path } = service;
    const chat = /^\/openai\/deployments\/([^/]+)\/chat\/completions$/i.exec(path);
    if (request.method === "GET" && /^\/openai\/(v1\/)?models$/i.test(path)) {
      open(service, `${ACCOUNT}/OpenAI/models/read`);
      return {
        status: 200,
        body: { object: "list", data: deploymentsOf(service.context.world, service.resource).map(model) },
      };
    }
    if (request.method === "POST" && chat?.[1] !== undefined) {
      open(service, `${ACCOUNT}/OpenAI/deployments/chat/completions/action`);
      return { status: 200, body: completion(service, decodeURIComponent(chat[1])) };
    }
    open(service, `${ACCOUNT}/*/read`);
    throw new RestRefusal(404, "404", "Resource not found");
  },
};

/** Opens for a living key or a token; `401` is the code that the gateway itself gives. */
function open(service: ServiceRequest, dataAction: string): void {
  const { context, request, call, resource, keysOf } = service;
  if (header(request, "authorization") !== undefined) {
    const principal = callerOf(context, request, call, audiences.cognitiveServices);
    context.authorizer.demand(call, principal, { action: dataAction, isDataAction: true, scope: resource.id });
    return;
  }
  const presented = header(request, "api-key") ?? header(request, "ocp-apim-subscription-key");
  if (presented !== undefined && objectOf(resource.properties.properties).disableLocalAuth === true) {
    throw new RestRefusal(403, "AuthenticationTypeDisabled", "Key based authentication is disabled for this resource.");
  }
  if (slotOf(keysOf(resource), presented) !== undefined) return;
  throw new RestRefusal(
    401,
    "401",
    "Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a valid key for an active " +
      "subscription and use a correct regional API endpoint for your resource.",
  );
}

function deploymentsOf(world: World, account: WorldResource): WorldResource[] {
  return world.inside(account.id).filter(({ armType }) => armType === `${ACCOUNT}/deployments`);
}

function model(deployment: WorldResource): Properties {
  const { name, version } = objectOf(objectOf(deployment.properties.properties).model);
  return { id: `${textOf(name) ?? ""}-${textOf(version) ?? ""}`, object: "model", status: "succeeded" };
}

function completion({ context, request, resource }: ServiceRequest, name: string): Properties {
  const deployment = deploymentsOf(context.world, resource).find(
    ({ id }) => nameOf(id).toLowerCase() === name.toLowerCase(),
  );
  if (deployment === undefined) {
    throw new RestRefusal(
      404,
      "DeploymentNotFound",
      "The API deployment for this resource does not exist. If you created the deployment within the last 5 minutes, please wait a moment and try again.",
    );
  }
  const { messages } = jsonBody(request);
  const asked = Array.isArray(messages) ? messages.length : 0;
  return {
    id: `chatcmpl-${asked}`,
    object: "chat.completion",
    created: Math.floor(context.world.clock.now().getTime() / 1000),
    model: textOf(objectOf(objectOf(deployment.properties.properties).model).name) ?? "",
    choices: [
      {
        index: 0,
        finish_reason: "stop",
        message: { role: "assistant", content: `Simulated answer of deployment ${name}.` },
      },
    ],
    usage: { prompt_tokens: asked, completion_tokens: 5, total_tokens: asked + 5 },
  };
}
