import type { Value } from "../../values";
import type { RestAnswer, RestRequest } from "../http/exchange";
import { RestRefusal } from "../http/rest-refusal";
import type { Surface } from "../surface";
import type { Control } from "./control";

/** Where the control is behind the door: `/_control/<room>/<method>`. */
export const CONTROL = "_control";

type Method = (argument?: unknown) => unknown;

/**
 * The control over HTTP, for other processes: `POST /_control/clock/advance` with the JSON of the method's argument as
 * body, answered by the JSON of what it gives. It asks for no token: who reaches the loopback address may use it.
 */
export function controlSurface(control: Control): Surface {
  const methods = methodsOf(control);
  return {
    answer: async (request: RestRequest): Promise<RestAnswer> => {
      const name = request.path.split("/").slice(2).join("/");
      if (request.method === "GET" && name === "") return { status: 200, body: [...methods.keys()] };
      const method = methods.get(name);
      if (method === undefined) {
        throw new RestRefusal(
          404,
          "NotFound",
          `The control has no '${name}'; it has ${[...methods.keys()].join(", ")}.`,
        );
      }
      const result = (await perform(method, request)) as Value | undefined;
      return result === undefined ? { status: 204 } : { status: 200, body: result };
    },
  };
}

async function perform(method: Method, request: RestRequest): Promise<unknown> {
  try {
    const text = request.body.toString("utf8");
    return await (text === "" ? method() : method(JSON.parse(text)));
  } catch (error) {
    throw new RestRefusal(400, "BadRequest", (error as Error).message);
  }
}

/** Every method of every room, by `<room>/<method>`. */
function methodsOf(control: Control): ReadonlyMap<string, Method> {
  return new Map(
    Object.entries(control).flatMap(([room, methods]) =>
      Object.entries(methods as Record<string, Method>).map(([name, method]) => [`${room}/${name}`, method] as const),
    ),
  );
}
