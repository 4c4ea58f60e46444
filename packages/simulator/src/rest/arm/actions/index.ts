import type { ArmAction } from "../action";
import { apiManagementActions } from "./api-management";
import { appActions } from "./apps";
import { cognitiveServicesActions } from "./cognitive-services";
import { cosmosActions } from "./cosmos";
import { messagingActions } from "./messaging";
import { monitoringActions } from "./monitoring";
import { searchActions } from "./search";
import { storageActions } from "./storage";

/** Every action that is answered. A new service is a new file and a line here. */
const actions: readonly ArmAction[] = [
  ...cognitiveServicesActions,
  ...searchActions,
  ...storageActions,
  ...cosmosActions,
  ...messagingActions,
  ...apiManagementActions,
  ...monitoringActions,
  ...appActions,
];

/** What a path asks a resource to do. */
export interface ActionMatch {
  action: ArmAction;
  /** Id of the resource. */
  id: string;
  argument: string;
}

/** The action that a request names, if it names one. */
export function actionAt(method: string, segments: readonly string[]): ActionMatch | undefined {
  const at = segments.findLastIndex((segment) => segment.toLowerCase() === "providers");
  if (at < 0) return undefined;
  const tail = segments.slice(at + 1);
  for (const action of actions) {
    if ((action.method ?? "POST") !== method) continue;
    const types = action.armType.split("/");
    const own = types.length * 2 - 1;
    if (tail.length !== own + (action.hasArgument === true ? 2 : 1)) continue;
    if (tail[own]?.toLowerCase() !== action.name.toLowerCase()) continue;
    const isType = types.every(
      (type, index) => tail[index === 0 ? 0 : index * 2 - 1]?.toLowerCase() === type.toLowerCase(),
    );
    if (!isType) continue;
    return {
      action,
      id: `/${segments.slice(0, at + 1 + own).join("/")}`,
      argument: action.hasArgument === true ? (tail[own + 1] ?? "") : "",
    };
  }
  return undefined;
}
