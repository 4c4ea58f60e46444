import type { Properties } from "../values";
import type { Identity } from "./identity";
import type { ServiceState, WorldResource } from "./resource";

/** How a world begins. */
export interface WorldOptions {
  /** Where the world is kept between runs; left out, it ends with the process. */
  file?: string;
  /** Subscription, tenant and principal; obviously made-up ones when left out. */
  identity?: Partial<Identity>;
  /** The moment at which the world's time stands still; left out, time passes as usual. */
  now?: Date;
  /** How long a write takes that Azure does one at a time, in milliseconds. Two that overlap are refused. */
  operationMilliseconds?: number;
  /** Where a resource lies that is taken to exist and says nothing of it; `westeurope` when left out. */
  defaultLocation?: string;
  /** Which of Azure OpenAI's quota tiers the subscription is in, 1 (where every subscription starts) to 6. */
  quotaTier?: number;
  /** Ids of resources that exist without anybody creating them here. */
  existing?: readonly string[];
}

/** What a write asks for. */
export interface PutRequest {
  id: string;
  armType: string;
  inputs: Properties;
  /** Makes the outputs of the inputs and of what the model's row adds. */
  shape: (added: Properties) => Properties;
  /** Whether this is a create: Azure's PUT does not mind, azure-native does. */
  create: boolean;
  /** Whether programs can create resources of an ARM type; a parent of any other type is simply there. */
  isCreatable?: (armType: string) => boolean;
  /** What the service shall keep of it; what the model's row says when left out. */
  state?: ServiceState;
}

/** Told of a write: the resource as it is, and as it was if it was there. */
export type Watcher = (resource: WorldResource, before: WorldResource | undefined) => void;
