export { readEventLogs } from "./read";
