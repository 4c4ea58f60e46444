export { OwnerRole, type Runbook, RunbookId } from "./runbook";
export { runbooks, runbookUrl } from "./runbooks";
