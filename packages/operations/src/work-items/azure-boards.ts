import { WebApi } from "azure-devops-node-api";
import { Operation } from "azure-devops-node-api/interfaces/common/VSSInterfaces";
import type { IRequestHandler } from "azure-devops-node-api/interfaces/common/VsoBaseInterfaces";
import type { IWorkItemTrackingApi } from "azure-devops-node-api/WorkItemTrackingApi";
import { itemText, markOf, type WorkItemRequest, type WorkItems } from "./work-items";

/** Where work items are kept and who writes them. */
export interface AzureBoardsArgs {
  /** The organization's address: `https://dev.azure.com/contoso`. */
  readonly organization: string;
  readonly project: string;
  readonly itemType: string;
  readonly openState: string;
  readonly closedState: string;
  /** Signs the requests in: a token of a person or of an identity. */
  readonly handler: IRequestHandler;
}

/** Milliseconds for one call. */
const TIMEOUT = 20_000;

/** A work item for each fingerprint, told by its tag. */
export function azureBoards(args: AzureBoardsArgs): WorkItems {
  const { organization, project, itemType, openState, closedState, handler } = args;
  let tracking: Promise<IWorkItemTrackingApi> | undefined;
  const connect = () => {
    tracking ??= new WebApi(organization, handler, { socketTimeout: TIMEOUT }).getWorkItemTrackingApi();
    return tracking;
  };
  const found = async (fingerprint: string) => {
    const api = await connect();
    const query = `SELECT [System.Id] FROM WorkItems WHERE [System.TeamProject] = @project AND [System.Tags] CONTAINS '${markOf(fingerprint)}' ORDER BY [System.Id]`;
    const { workItems = [] } = await api.queryByWiql({ query }, { project });
    const ids = workItems.flatMap(({ id }) => (id === undefined ? [] : [id]));
    const items =
      ids.length === 0
        ? []
        : await api.getWorkItems(ids, ["System.Id", "System.State"], undefined, undefined, undefined, project);
    return items
      .flatMap(({ id, fields }) => (id === undefined ? [] : [{ id, state: String(fields?.["System.State"]) }]))
      .sort((a, b) => a.id - b.id);
  };
  const change = async (id: number, state: string, history: string) => {
    const api = await connect();
    const patch = [
      { op: Operation.Add, path: "/fields/System.State", value: state },
      { op: Operation.Add, path: "/fields/System.History", value: history },
    ];
    await api.updateWorkItem(undefined, patch, id, project);
  };
  const closeDuplicates = async (kept: number, others: readonly { id: number; state: string }[]) => {
    for (const { id, state } of others)
      if (state !== closedState) await change(id, closedState, `The same as #${kept}.`);
  };
  const make = async (request: WorkItemRequest) => {
    const api = await connect();
    const fields = {
      "System.Title": request.message.title,
      "System.Description": asHtml(itemText(request)),
      "System.Tags": `incident; ${markOf(request.fingerprint)}`,
    };
    const patch = Object.entries(fields).map(([field, value]) => ({
      op: Operation.Add,
      path: `/fields/${field}`,
      value,
    }));
    await api.createWorkItem(undefined, patch, project, itemType);
  };
  return {
    open: async (request) => {
      const [item, ...duplicates] = await found(request.fingerprint);
      if (item === undefined) return make(request);
      if (item.state === closedState) await change(item.id, openState, asHtml(itemText(request)));
      await closeDuplicates(item.id, duplicates);
    },
    close: async (request) => {
      const [item, ...duplicates] = await found(request.fingerprint);
      if (item === undefined) return;
      if (item.state !== closedState) await change(item.id, closedState, asHtml(request.message.text));
      await closeDuplicates(item.id, duplicates);
    },
  };
}

/** Descriptions and comments are HTML there; the text keeps its lines. */
function asHtml(text: string): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return escaped.split("\n").join("<br>");
}
