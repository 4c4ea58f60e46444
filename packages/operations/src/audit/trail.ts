import type { Audit } from "../ports";
import type { ChainHead } from "./chain";
import type { PlacedLine } from "./verify";

/** An audit that can be read again. */
export interface AuditTrail extends Audit {
  /** Every line, oldest first. */
  lines(): AsyncIterable<PlacedLine>;
  /** The newest link as it was noted apart from the chain; nothing if none was. */
  noted(): Promise<ChainHead | undefined>;
}
