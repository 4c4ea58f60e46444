/** The audit cannot be continued: what is there is not what was written. Nothing that is recorded can happen. */
export class AuditBroken extends Error {
  constructor(message: string) {
    super(`${message}; nothing is done until a person has looked: ringfence-operations audit verify`);
    this.name = "AuditBroken";
  }
}
