import { anyOf, fails, holds, type Judgement, resourceRule, tag, type Value } from "../../rule";
import { alertType, alertTypes } from "./alert-types";

const LINK = /https?:\/\/[^\s/]+/i;

export const runbookLink = resourceRule({
  id: "alert-has-runbook",
  title: "Alert rules link the runbook that says what to do",
  covers: ["alert-has-runbook", "scheduled-query-has-runbook"],
  requirements: ["OE-R2", "OE-R10"],
  severity: "high",
  appliesTo: alertTypes,
  holds: (alert) => {
    const linked = anyOf(
      holdsLink(alert.at("description")),
      holdsLink(tag(alert, "runbook")),
      ...alertType(alert).sentAlong(alert).map(namesRunbook),
    );
    return linked.is === "fails"
      ? fails("description", "no link to a runbook, nor in a tag or in what it sends")
      : linked;
  },
  fix: "Put the runbook's https address into the description, the tag runbook, or runbook_url of what the action sends.",
  why: "Whoever is woken at night has the alert and nothing else; looking for the runbook costs the first ten minutes.",
});

function holdsLink(value: Value): Judgement {
  return value.judge((given) =>
    typeof given === "string" && LINK.test(given) ? holds : fails(value.path, "no https address"),
  );
}

/** A text called `runbook_url`, `runbookUrl` or `runbook` among those that are sent along. */
function namesRunbook(sent: Value): Judgement {
  return sent.judge(() => {
    const names = sent.keys().filter((key) => /^runbook(url|link)?$/i.test(key.replace(/[_-]/g, "")));
    return anyOf(...names.map((name) => holdsLink(sent.child(name))));
  });
}
