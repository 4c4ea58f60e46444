export { type AzureBoardsArgs, azureBoards } from "./azure-boards";
export { connectWorkItems } from "./connect";
export { type GitHubIssuesArgs, gitHubIssues } from "./github-issues";
export { itemText, markOf, type WorkItemRequest, type WorkItems } from "./work-items";
