export { OwnerRole, type Runbook, RunbookId, RunbookKind } from "./runbook";
export { runbooks, runbookUrl } from "./runbooks";
