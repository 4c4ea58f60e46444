import type { Incident } from "./incident";
import type { Task } from "./task";

/** What is new in a task; the rest is the incident's. */
export type Ask = Pick<Task, "key" | "kind" | "at"> & Partial<Task>;

/** An incident after something was asked for, and what. */
export interface Asked {
  incident: Incident;
  asks: Ask[];
}
