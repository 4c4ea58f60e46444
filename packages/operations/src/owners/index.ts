export type { MakeOwner, OwnerParts } from "./owner-parts";
export { keyOwner } from "./owners";
export { type TwoSlotService, twoSlotOwner } from "./two-slot-owner";
