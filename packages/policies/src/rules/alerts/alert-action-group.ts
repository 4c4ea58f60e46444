import { stackRule } from "../../rule";
import { namesGroup } from "./action-groups";
import { alertTypes } from "./alert-types";

export const alertActionGroup = stackRule({
  id: "alert-has-action-group",
  title: "Alert rules name an action group",
  covers: ["alert-has-action-group"],
  requirements: ["OE-R10"],
  severity: "high",
  appliesTo: alertTypes,
  holds: (alert, { stack }) => namesGroup(alert, stack),
  fix: "Name the action group of the alert's severity in actions; ServiceMonitors does.",
  why: "An alert that tells nobody is a line in a list that nobody opens. Judged with the stack, which knows the groups.",
});
