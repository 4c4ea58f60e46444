import type { Clock } from "./clock";
import type { Identity } from "./identity";
import type { WorldResource } from "./resource";

/** The world as the model's rows see it: to read, not to change. */
export interface WorldView {
  readonly identity: Identity;
  readonly clock: Clock;
  /** Which of Azure OpenAI's quota tiers the subscription is in, 1 to 6. */
  readonly quotaTier: number;
  /** The resource with this id, whatever its letter case. */
  resource(id: string): WorldResource | undefined;
  /** Every resource, or those of one ARM type. */
  resources(armType?: string): WorldResource[];
  /** Whether a write is under way on the resource with this id. */
  isBusy(id: string): boolean;
  /** Every resource inside the one with this id, at any depth. */
  inside(id: string): WorldResource[];
}
