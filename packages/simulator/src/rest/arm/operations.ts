import { randomUUID } from "node:crypto";
import type { Properties } from "../../values";
import { idKey } from "../../world";
import type { RestAnswer } from "../http/exchange";
import { RestRefusal } from "../http/rest-refusal";

/** A change that Azure finishes after it has answered. */
interface Operation {
  id: string;
  /** Resource id. */
  resource: string;
  kind: "create" | "update" | "delete";
  /** Milliseconds since 1970 by the machine's clock: clients wait by it. */
  startsAt: number;
  endsAt: number;
}

/** What a resource's `provisioningState` says while an operation is under way. */
const STATES: Readonly<Record<Operation["kind"], string>> = {
  create: "Creating",
  update: "Updating",
  delete: "Deleting",
};

/**
 * Operations that take time. The change itself is done at once; how it is reported takes the given time, as a client
 * sees it: 201 or 202 with the place to ask, then `InProgress`, then `Succeeded`.
 */
export class Operations {
  private readonly known = new Map<string, Operation>();
  /** The latest operation on each resource, by the key of its id. */
  private readonly latest = new Map<string, Operation>();

  constructor(private readonly origin: () => string) {}

  /** Starts one and says where a client may ask for it. */
  start(resource: string, kind: Operation["kind"], milliseconds: number): Readonly<Record<string, string>> {
    const now = Date.now();
    const operation: Operation = { id: randomUUID(), resource, kind, startsAt: now, endsAt: now + milliseconds };
    this.known.set(operation.id, operation);
    this.latest.set(idKey(resource), operation);
    const subscription = /^\/subscriptions\/[^/]+/i.exec(resource)?.[0] ?? "";
    const base = `${this.origin()}${subscription}/providers/Microsoft.Resources/locations/global`;
    const query = "?api-version=2021-04-01";
    return {
      "azure-asyncoperation": `${base}/operationStatuses/${operation.id}${query}`,
      location: `${base}/operationResults/${operation.id}${query}`,
      "retry-after": String(Math.ceil(milliseconds / 1000)),
    };
  }

  /** What a resource's state is while an operation on it is under way; undefined otherwise. */
  stateOf(resource: string): string | undefined {
    const operation = this.latest.get(idKey(resource));
    if (operation === undefined || operation.kind === "delete" || operation.endsAt <= Date.now()) return undefined;
    return STATES[operation.kind];
  }

  /** Answers for an operation's status. */
  status(id: string): RestAnswer {
    const operation = this.find(id);
    const left = operation.endsAt - Date.now();
    const body: Properties = {
      id: operation.resource,
      name: operation.id,
      status: left > 0 ? "InProgress" : "Succeeded",
      startTime: new Date(operation.startsAt).toISOString(),
      ...(left > 0 ? {} : { endTime: new Date(operation.endsAt).toISOString() }),
    };
    return { status: 200, body, ...retry(left) };
  }

  /**
   * Answers for an operation's result: 202 while it is under way.
   *
   * @param show gives the resource once it is there.
   */
  result(id: string, show: (resource: string) => Properties | undefined): RestAnswer {
    const operation = this.find(id);
    const left = operation.endsAt - Date.now();
    if (left > 0) return { status: 202, ...retry(left) };
    const body = operation.kind === "delete" ? undefined : show(operation.resource);
    return body === undefined ? { status: 204 } : { status: 200, body };
  }

  private find(id: string): Operation {
    const operation = this.known.get(id);
    if (operation !== undefined) return operation;
    throw new RestRefusal(404, "NotFound", `There is no operation '${id}'.`);
  }
}

function retry(left: number): { headers?: Readonly<Record<string, string>> } {
  return left > 0 ? { headers: { "retry-after": String(Math.ceil(left / 1000)) } } : {};
}
