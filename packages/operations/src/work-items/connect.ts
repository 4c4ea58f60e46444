import type { TokenCredential } from "@azure/core-auth";
import { TrackerKind, type WorkItemTracker } from "@ringfence/core/on-call";
import type { SecretStore } from "../ports";
import type { WorkItems } from "./work-items";

/** What Azure DevOps calls itself in Entra: the resource that a token for its API is for. */
const AZURE_DEVOPS = "499b84ac-1321-427f-aa17-267ca6975798/.default";

/** The work items of a tracker, signed in with the vault's token or, at Azure Boards, as the job's identity. */
export async function connectWorkItems(
  tracker: WorkItemTracker,
  secrets: SecretStore,
  credential: () => TokenCredential,
): Promise<WorkItems> {
  const { kind, place, tokenSecret } = tracker;
  const token = tokenSecret === undefined ? undefined : await tokenOf(secrets, tokenSecret);
  if (kind === TrackerKind.GitHub) {
    const { gitHubIssues } = require("./github-issues") as typeof import("./github-issues");
    const [owner = "", repository = ""] = place.split("/");
    return gitHubIssues({ owner, repository, token: token ?? "" });
  }
  const { azureBoards } = require("./azure-boards") as typeof import("./azure-boards");
  const { getBearerHandler, getPersonalAccessTokenHandler } =
    require("azure-devops-node-api") as typeof import("azure-devops-node-api");
  const handler =
    token === undefined
      ? getBearerHandler((await credential().getToken(AZURE_DEVOPS))?.token ?? "")
      : getPersonalAccessTokenHandler(token);
  const { project = "", itemType = "Issue", openState = "To Do", closedState = "Done" } = tracker;
  return azureBoards({ organization: place, project, itemType, openState, closedState, handler });
}

async function tokenOf(secrets: SecretStore, name: string): Promise<string> {
  const newest = await secrets.newest(name);
  if (newest === undefined) throw new Error(`the vault has no secret ${name}, the token for work items`);
  return (await secrets.read(name, newest.version)).reveal();
}
