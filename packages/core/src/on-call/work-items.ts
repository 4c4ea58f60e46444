/** Where work items are kept. */
export const TrackerKind = { GitHub: "github", AzureBoards: "azure-boards" } as const;
export type TrackerKind = (typeof TrackerKind)[keyof typeof TrackerKind];

/** Where an incident's work item is opened and closed. */
export interface WorkItemTracker {
  /** GitHub Issues or Azure Boards. */
  kind: TrackerKind;
  /** Of GitHub the owner and the repository: `contoso/claims-assistant`; of Azure Boards the organization's address. */
  place: string;
  /** Of Azure Boards: the project. */
  project?: string;
  /** Of Azure Boards: the type of item. Issue when left out, which the Basic process has. */
  itemType?: string;
  /** Of Azure Boards: the state of an item that is closed. Done when left out, which the Basic process has. */
  closedState?: string;
  /** Of Azure Boards: the state of an item that is opened again. To Do when left out. */
  openState?: string;
  /** The name of the secret in the ring's key vault that holds the token; of Azure Boards none means the job's identity. */
  tokenSecret?: string;
}
