/** What time it is, and waiting; a test's clock moves when it is told to. */
export interface Clock {
  now(): Date;
  /** Resolves when so many milliseconds have passed. */
  sleep(milliseconds: number): Promise<void>;
}
