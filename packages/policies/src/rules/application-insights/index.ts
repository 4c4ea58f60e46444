export { localAuthentication } from "./local-authentication";
export { logReplication } from "./log-replication";
export { workspace } from "./workspace";
