/** What an expiry event is about. It only says where to look; what is done is decided from the vault and the journal. */
export interface ExpiryEvent {
  readonly secret: string;
  readonly version?: string;
  readonly type: string;
}

/**
 * The secret that a message of the events queue names; undefined if it is no event of a secret's expiry. CloudEvents
 * and Event Grid's own schema are understood, and base64, in which Event Grid writes into a storage queue.
 */
export function readExpiryEvent(body: string): ExpiryEvent | undefined {
  const event = parsed(body) ?? parsed(Buffer.from(body, "base64").toString("utf8"));
  const type = event?.type ?? event?.eventType;
  const data = event?.data;
  if (typeof type !== "string" || !/^Microsoft\.KeyVault\.Secret(NearExpiry|Expired)$/.test(type)) return undefined;
  if (typeof data !== "object" || data === null) return undefined;
  const { ObjectName: secret, Version: version } = data as Readonly<Record<string, unknown>>;
  if (typeof secret !== "string" || secret === "") return undefined;
  return { secret, type, version: typeof version === "string" && version !== "" ? version : undefined };
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}
