import { fails, holds, type Judgement, perStack, type Stack, type StackResource, unknown } from "../../rule";
import { alertType } from "./alert-types";

/** Whom an alert rule tells. */
export interface ToldGroups {
  /** The action groups of the stack that it names. */
  groups: readonly StackResource[];
  /** Whether it names another one, which the stack does not have. */
  elsewhere: boolean;
  /** A place that is not known yet and was made from no action group of the stack. */
  unknown: string | undefined;
  /** Where it would name them. */
  path: string;
}

/** The stack's groups by URN, by id and, for azure-native does not give an id among the outputs, by name. */
const groupsOf = perStack((stack) => {
  const groups = stack.ofType("monitor:ActionGroup");
  const by = (keysOf: (group: StackResource) => (string | undefined)[]) =>
    new Map(
      groups.flatMap((group) => keysOf(group).flatMap((key) => (key ? [[key.toLowerCase(), group] as const] : []))),
    );
  return {
    byUrn: new Map(groups.map((group) => [group.urn, group])),
    byId: by((group) => [group.at("id").text]),
    byName: by((group) => (group.at("id").isAbsent ? [group.at("name").text, group.at("actionGroupName").text] : [])),
  };
});

/** The action groups that an alert rule names: by an id, or by what the ids were made from while they are unknown. */
export function toldGroups(alert: StackResource, stack: Stack): ToldGroups {
  const { groupsIn, groupIds } = alertType(alert);
  const { byUrn, byId, byName } = groupsOf(stack);
  const sources = alert.sources(groupsIn).flatMap((urn) => byUrn.get(urn) ?? []);
  const ids = groupIds(alert);
  const known = ids.flatMap(({ text }) => text?.toLowerCase() ?? []);
  const groupOf = (id: string) => byId.get(id) ?? byName.get(/\/actiongroups\/([^/]+)$/.exec(id)?.[1] ?? "");
  const open = [alert.at(groupsIn), ...ids].find(({ isUnknown }) => isUnknown);
  const named = known.flatMap((id) => groupOf(id) ?? []);
  const groups = [...new Set([...named, ...sources])];
  return {
    groups: known.length === 0 && open === undefined ? [] : groups,
    elsewhere: known.some((id) => groupOf(id) === undefined) && sources.length === 0,
    unknown: sources.length > 0 ? undefined : open?.path,
    path: groupsIn,
  };
}

/** The alert rule names an action group, be it in the stack or not. */
export function namesGroup(alert: StackResource, stack: Stack): Judgement {
  const { groups, elsewhere, unknown: open, path } = toldGroups(alert, stack);
  if (groups.length > 0 || elsewhere) return holds;
  return open === undefined ? fails(path, "names no action group") : unknown(open);
}
