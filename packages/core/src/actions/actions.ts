import type { ActionId } from "./action-id";
import type { ActionRow } from "./action-row";
import { automationActions } from "./automation-actions";
import { incidentActions } from "./incident-actions";
import { secretActions } from "./secret-actions";

/** The registry: one row for each action, under its own id. An action without a row does not compile. */
export const actions = {
  ...secretActions,
  ...incidentActions,
  ...automationActions,
} as const satisfies { readonly [Id in ActionId]: ActionRow & { readonly id: Id } };

/** The row of an action. */
export function actionRow(id: ActionId): ActionRow {
  return actions[id];
}
