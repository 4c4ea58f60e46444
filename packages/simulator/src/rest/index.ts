export type { Control } from "./control/control";
export type { Fault, PlacedFault } from "./control/fault";
export { type RestDoor, serveRest } from "./door";
export type { Delivery, DeliveryMode } from "./event-grid/deliveries";
export type { QueueService } from "./event-grid/storage-queue";
export type { RestOptions } from "./options";
export type { Propagation } from "./services/propagation";
export type { Call } from "./surface";
