/** What simulated Azure refuses, with the status and code that Azure gives. */
export class Refusal extends Error {
  /**
   * @param status HTTP status.
   * @param code Azure's error code.
   * @param reason Azure's message, for people.
   */
  constructor(
    readonly status: number,
    readonly code: string,
    readonly reason: string,
  ) {
    super(`Status=${status} Code="${code}" Message="${reason}"`);
    this.name = "Refusal";
  }
}
