import { codeOf, statusOf } from "../azure/status";
import { OwnerUnavailable, redacted, Unavailability } from "../ports";

/** Codes with which Azure says that a subscription takes no changes (azure-docs subscription-states.md). */
const DISABLED = /^(ReadOnlyDisabledSubscription|SubscriptionDisabled|DisabledSubscription|SubscriptionNotFound)$/;

/** Asks the owner, and says in our words why it could not be asked. @throws OwnerUnavailable */
export async function asked<T>(owner: string, question: () => Promise<T>): Promise<T> {
  try {
    return await question();
  } catch (error) {
    if (error instanceof OwnerUnavailable) throw error;
    throw new OwnerUnavailable(owner, reasonOf(error), sentence(error));
  }
}

function reasonOf(error: unknown): Unavailability {
  if (DISABLED.test(codeOf(error) ?? "")) return Unavailability.Disabled;
  const status = statusOf(error);
  if (status === 404) return Unavailability.Missing;
  return status === 401 || status === 403 ? Unavailability.Forbidden : Unavailability.Later;
}

function sentence(error: unknown): string {
  const status = statusOf(error);
  const message = error instanceof Error ? error.message : String(error);
  return redacted(
    `${status === undefined ? "no answer" : status} ${codeOf(error) ?? ""}: ${message}`.replace(" :", ":"),
  );
}
