import { fails, holds, notApplicable, stackRule, unknown } from "../../rule";
import { reachesSomebody } from "./action-group-receivers";
import { toldGroups } from "./action-groups";
import { alertTypes } from "./alert-types";

export const alertReachesSomebody = stackRule({
  id: "alert-reaches-somebody",
  title: "One of an alert rule's action groups is enabled and has a receiver",
  covers: [],
  requirements: ["OE-R10"],
  severity: "high",
  appliesTo: alertTypes,
  holds: (alert, { stack }) => {
    const { groups, elsewhere, unknown: open, path } = toldGroups(alert, stack);
    const reaching = groups.map(reachesSomebody);
    if (reaching.some(({ is }) => is === "holds")) return holds;
    if (elsewhere) return notApplicable("It names an action group that is not in the stack");
    const paths = reaching.flatMap((judgement) => (judgement.is === "unknown" ? judgement.paths : []));
    if (open !== undefined || paths.length > 0) return unknown(...(open === undefined ? paths : [open, ...paths]));
    if (groups.length === 0) return notApplicable("It names no action group, which is another rule's matter");
    return fails(path, "no action group in it is enabled and has a receiver");
  },
  fix: "Enable the action group and add a receiver, or name another group.",
  why: "The alert fires, Azure is content, and nobody has heard anything. Judged when everything exists.",
});
