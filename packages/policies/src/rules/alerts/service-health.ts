import {
  allOf,
  fails,
  holds,
  type Judgement,
  notApplicable,
  type Resource,
  unknown,
  type Value,
  wholeStackRule,
} from "../../rule";
import { namesGroup } from "./action-groups";

export const serviceHealth = wholeStackRule({
  id: "service-health-alert",
  title: "Somebody hears of it when Azure itself has an incident",
  covers: ["Azure.Monitor.ServiceHealth"],
  requirements: ["OE-R10"],
  severity: "medium",
  stackHolds: ({ stack }) => {
    if (stack.ofType("azure-native:*").length === 0) return notApplicable("The stack has nothing in Azure");
    const judgements = stack
      .ofType("monitor:ActivityLogAlert")
      .map((alert) =>
        allOf(alert.at("enabled").isNot(false), isAboutServiceHealth(alert.asked), namesGroup(alert, stack)),
      );
    if (judgements.some(({ is }) => is === "holds")) return holds;
    const paths = judgements.flatMap((judgement) => (judgement.is === "unknown" ? judgement.paths : []));
    return paths.length > 0
      ? unknown(...paths)
      : fails("", "no enabled activity log alert of the category ServiceHealth names an action group");
  },
  fix: "Add a monitor.ActivityLogAlert on the subscription with the condition category equals ServiceHealth.",
  why: "Without it the team looks for its own mistake while Azure's status page has the answer. One for the subscription is enough.",
});

function isAboutServiceHealth(alert: Resource): Judgement {
  return alert.at("condition.allOf").some("needs the category ServiceHealth", (condition) => {
    const either = condition.at("anyOf");
    return either.isAbsent ? isCategory(condition) : either.some("needs the category ServiceHealth", isCategory);
  });
}

function isCategory(condition: Value): Judgement {
  return allOf(condition.at("field").is("category"), condition.at("equals").is("ServiceHealth"));
}
