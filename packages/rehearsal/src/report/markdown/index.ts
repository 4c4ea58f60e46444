export { pullRequestComment } from "./pull-request";
