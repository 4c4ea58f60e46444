/** What kind of principal acts. */
export const ActorKind = { Person: "person", Job: "job" } as const;
export type ActorKind = (typeof ActorKind)[keyof typeof ActorKind];

/** Who acts. */
export interface Actor {
  readonly kind: ActorKind;
  /** The object id in Entra; of a person who was only named, the name. */
  readonly id: string;
  /** The name for people: an address, an application's id. */
  readonly name: string;
  /**
   * The application that says that this person acts. In a ring whose network nobody can enter, people start a job with
   * a command of their own and say who they are; whoever may do that has the job's rights already, and Azure's activity
   * log has who it was.
   */
  readonly namedBy?: string;
}

/** An actor in the audit: the name, and what tells it from another of the same name. */
export function actorText({ kind, id, name, namedBy }: Actor): string {
  return namedBy === undefined ? `${kind} ${name} (${id})` : `${kind} ${name} (as application ${namedBy} says)`;
}

/** Whether two are one: by id, or by name where one of them was only named. */
export function isSameActor(one: Actor, other: Actor): boolean {
  return one.id === other.id || one.name.toLowerCase() === other.name.toLowerCase();
}

/** It cannot be told who acts. */
export class ActorUnknown extends Error {
  constructor(message: string) {
    super(message);
    this.name = "ActorUnknown";
  }
}
