import {
  allOf,
  anyReference,
  fails,
  holds,
  type Judgement,
  notApplicable,
  references,
  type Stack,
  type StackResource,
  stackRule,
  unknown,
  type Value,
} from "../../rule";
import { latency, serverErrors } from "../ai-account/signals";
import { type Signal, watches } from "../ai-account/watched-signals";
import { metricAlertsOf } from "../links";

export const productionDeployment = stackRule({
  id: "production-deployment-service-level",
  title: "Alerts hold each production model deployment to its success rate and latency",
  covers: [],
  requirements: ["OE-R3", "OE-R10"],
  severity: "high",
  appliesTo: "cognitiveservices:Deployment",
  holds: (deployment, { ringOf, stack }) => {
    if (ringOf(deployment).name !== "prod") return notApplicable("It is not in production");
    const account = stack.linked(deployment, "accountName", "cognitiveservices:Account", ["accountName", "name"]);
    if (account.to === undefined)
      return account.unknown === undefined
        ? notApplicable("Its account is not in the stack")
        : unknown(account.unknown);
    const { to } = account;
    const measured = allOf(...[serverErrors, latency].map((signal) => isMeasured(deployment, to, stack, signal)));
    if (measured.is === "holds") return holds;
    return anyReference(monitorsOf(stack, to), () => holds, measured);
  },
  fix: "Watch the account with ServiceMonitors, or count the deployment in metric alerts on availability and on latency.",
  why: "A deployment that an alert's filter leaves out can fail for hours under a green dashboard. Found when everything exists.",
});

/** The library's monitors that watch a resource; their alert rules are in the stack too, unless it is another language's. */
const monitorsOf = references({
  type: "ringfence:index:ServiceMonitors",
  property: "watch",
  ids: (monitors) =>
    monitors
      .at("watch")
      .items()
      .map((watched) => watched.at("resourceId")),
});

function isMeasured(deployment: StackResource, account: StackResource, stack: Stack, signal: Signal): Judgement {
  return anyReference(
    metricAlertsOf(stack, account),
    (alert) =>
      allOf(
        alert.at("enabled").isNot(false),
        alert
          .at("criteria.allOf")
          .some(`needs ${signal.name}`, (criterion) =>
            allOf(watches(criterion, signal), counts(criterion, deployment)),
          ),
      ),
    fails("", `no alert on ${signal.name} counts this deployment`),
  );
}

/** Whether a criterion does not leave the deployment out by a dimension. */
function counts(criterion: Value, deployment: StackResource): Judgement {
  const names = namesOf(deployment);
  return criterion.at("dimensions").every((dimension) => {
    if (!/^(model)?deploymentname$/i.test(dimension.at("name").text ?? "")) return holds;
    const values = dimension.at("values");
    return values.judge(() => {
      const named = values.items().some(({ text }) => text === "*" || names.includes(text?.toLowerCase() ?? ""));
      const excludes = dimension.at("operator").is("Exclude").is === "holds";
      return named === excludes ? fails(dimension.path, "leaves the deployment out") : holds;
    });
  });
}

/** What the deployment may be called: by the program, by Azure, else as azure-native calls children. */
function namesOf(deployment: StackResource): readonly string[] {
  const said = [deployment.at("deploymentName"), deployment.at("name")].flatMap(
    ({ text }) => text?.toLowerCase() ?? [],
  );
  return said.length > 0 ? said : [deployment.name.toLowerCase()];
}
