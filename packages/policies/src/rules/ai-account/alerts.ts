import { allOf, anyReference, fails, holds, type Judgement, type Stack, type StackResource } from "../../rule";
import { deploymentsOf, metricAlertsOf } from "../links";
import { provisionedSkus } from "../model-deployment/skus";
import { servesModels } from "./model-account";
import { provisionedUtilisation } from "./signals";
import { type Signal, watches } from "./watched-signals";

/** Whether an account that serves models has enabled metric alerts on all of these signals. */
export function isWatched(account: StackResource, stack: Stack, signals: readonly Signal[]): Judgement {
  if (!servesModels(account.asked)) return holds;
  const due = paysByTheTokenOnly(account, stack)
    ? signals.filter((signal) => signal !== provisionedUtilisation)
    : signals;
  const missing: string[] = [];
  const judgements = due.map((signal) => {
    const judgement = watched(account, stack, signal);
    if (judgement.is === "fails") missing.push(signal.name);
    return judgement;
  });
  return missing.length > 0 ? fails("", `no metric alert watches its ${missing.join(", ")}`) : allOf(...judgements);
}

function watched(account: StackResource, stack: Stack, signal: Signal): Judgement {
  return anyReference(
    metricAlertsOf(stack, account),
    ({ asked }) =>
      allOf(
        asked.at("enabled").isNot(false),
        asked.at("criteria.allOf").some(`needs ${signal.name}`, (criterion) => watches(criterion, signal)),
      ),
    fails("", signal.name),
  );
}

/** Whether the stack has deployments of the account, and none of them is provisioned throughput. */
function paysByTheTokenOnly(account: StackResource, stack: Stack): boolean {
  const deployments = deploymentsOf(account, stack);
  return (
    deployments.length > 0 &&
    deployments.every((each) => each.asked.at("sku.name").isOneOf(provisionedSkus).is === "fails")
  );
}
