import type { QueueService } from "./event-grid/storage-queue";
import type { Throttling } from "./throttling/throttles";

/** How a simulated Azure is served over HTTPS. */
export interface RestOptions {
  /** Port on the loopback address; 0, the default, takes a free one. */
  port?: number;
  /**
   * Whether the role assignments in the world decide who may do what; `false` when left out: every token may do
   * everything, and the log says what it needed.
   */
  authorize?: boolean;
  /** How long a long-running operation is reported as under way, in milliseconds; 0 when left out. */
  operationMilliseconds?: number;
  /** How many items a page of a list of Azure Resource Manager has; 100 when left out. */
  pageSize?: number;
  /** How many calls are answered before callers are told to wait; what Azure publishes when left out, `{}` for any number. */
  throttling?: Throttling;
  /**
   * Where Event Grid puts the events for storage queues, such as Azurite; left out, `control.delivery` lists them and
   * nothing is sent.
   */
  queues?: QueueService;
}
