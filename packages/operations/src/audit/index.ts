export { canonicalJson } from "./canonical-json";
export { type ChainHead, chainStart, type Link, type LinkContent, lineOf, linkAfter } from "./chain";
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
