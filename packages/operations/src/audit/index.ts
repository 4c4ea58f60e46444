export { AuditBroken } from "./audit-broken";
export { canonicalJson } from "./canonical-json";
export {
  type ChainHead,
  chainStart,
  expectedHash,
  type Link,
  type LinkContent,
  lineOf,
  linkAfter,
  parseLink,
} from "./chain";
export type { AuditTrail } from "./trail";
export {
  AuditFault,
  type AuditFinding,
  type AuditReport,
  isRefusal,
  type PlacedLine,
  REFUSED,
  type UnfinishedRun,
  verifyAudit,
} from "./verify";
