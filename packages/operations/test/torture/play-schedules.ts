import { parentPort, workerData } from "node:worker_threads";
import { type Hunt, hunt } from "./hunt.ts";
import { mutants } from "./mutants.ts";

/** What a thread is told to do. */
export interface Order {
  readonly schedules: number;
  readonly seed: number;
  /** A planted mistake, by its name. */
  readonly mutant?: string;
  readonly path?: string;
}

const { schedules, seed, mutant, path }: Order = workerData;
const found: Hunt = await hunt(schedules, seed, mutant === undefined ? undefined : mutants[mutant], path);
parentPort?.postMessage(found);
