/**
 * The rehearsal cannot start with what it was given: a missing project, an unreadable file, an unknown stack, a pack
 * that does not start. Everything found wrong is in the message, one line each.
 */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
