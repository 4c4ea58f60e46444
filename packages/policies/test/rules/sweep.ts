import { policiesOf, Session } from "@ringfence/policies/pack";
import type { Rule } from "@ringfence/policies/rule";
import { analyzer, complete } from "@ringfence/policies/testing";

/** A value that no rule may tell; as long as a secret, and like nothing else. */
export const PLANTED = "planted-hunter2-9c1f";

/** Gives everything that a rule tells of a bag, as inputs and as outputs, over one analyser that is compiled once. */
export function sweep(rule: Rule, type: string, now: string): (props: Record<string, unknown>) => Promise<string> {
  const environment = { project: "judged", stack: "prod", config: {}, folders: [] };
  const policies = policiesOf([rule], new Session({ environment, rules: [rule], now: () => new Date(now) }));
  const served = analyzer(policies, { ringfence: { waivers: [] } });
  return async (props) => {
    const resources = complete([{ type, name: "judged", props }], "prod");
    const answers = [await served.analyze(resources[0] ?? never()), await served.analyzeStack(resources)];
    return JSON.stringify(answers.map((answer) => answer.toObject()));
  };
}

function never(): never {
  throw new Error("There is one resource");
}
