/** The promises that must hold at every moment. */
export const Invariant = {
  PublishedWorks: "the published value works",
  ConsumersWork: "what a consumer has read within the overlap works, except in an emergency",
  OneWinner: "one rotation publishes one value, once",
  NewValue: "no value is published twice",
  Young: "no key is older than its limit and one sweep",
  OverlapKept: "no slot is renewed within the overlap, except in an emergency",
  RevokedIsDead: "a revoked value never works again",
  Journalled: "the journal says what is done before it is done",
  Audited: "every effect is recorded before and after",
  NotWithoutReason: "nothing is renewed that is not due and was not asked for",
  Converges: "once nothing goes wrong any more, everything is finished",
  NoSecret: "no value stands in journal, audit, notices or outcomes",
} as const;
export type Invariant = (typeof Invariant)[keyof typeof Invariant];

/** A promise that was broken. */
export class Violation extends Error {
  readonly invariant: Invariant;

  constructor(invariant: Invariant, details: string) {
    super(`${invariant}: ${details}`);
    this.name = "Violation";
    this.invariant = invariant;
  }
}
