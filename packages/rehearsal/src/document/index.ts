export type * from "./document";
