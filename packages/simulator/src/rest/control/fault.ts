/** Something that goes wrong on purpose, for the calls that it fits. */
export interface Fault {
  /** HTTP method; every one when left out. */
  method?: string;
  /** Regular expression that the path (without the query) must match, whatever the letter case; every path when left out. */
  path?: string;
  /** How many calls that fit go through before it begins; 0 when left out. */
  skip?: number;
  /** How many calls it befalls; 1 when left out. */
  times?: number;
  /** How long the call is held up first, in milliseconds. */
  delayMilliseconds?: number;
  /** Status to answer with; left out, the call is answered as usual, unless `reset` says otherwise. */
  status?: number;
  /** Error code to answer with; `InjectedFault` when left out. */
  code?: string;
  /** What the `Retry-After` header says, in seconds. */
  retryAfterSeconds?: number;
  /** Whether the connection is reset instead of an answer. */
  reset?: boolean;
  /** Whether the call has its effect first, and only its answer is lost. */
  afterEffect?: boolean;
}

/** A fault that is in place. */
export interface PlacedFault extends Fault {
  id: string;
  /** How many calls that fit it have been seen. */
  seen: number;
  /** How many it has befallen. */
  done: number;
}
