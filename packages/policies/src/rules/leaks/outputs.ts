import { allOf, holds, stackRule } from "../../rule";
import { noSecretIn } from "./secret-leaves";
import { templateDeployments } from "./template";

/** A stack's own resource, whose outputs are the stack's. */
const STACK = "pulumi:pulumi:Stack";

export const outputs = stackRule({
  id: "outputs-no-secrets",
  title: "Stacks and deployments hand out no secrets",
  covers: ["Azure.Deployment.SecretLeak / OutputSecretValue"],
  requirements: ["OE-R8"],
  severity: "critical",
  appliesTo: [STACK, ...templateDeployments],
  holds: (resource) => {
    const given = resource.token === STACK ? resource.output("") : resource.output("properties.outputs");
    return given.isAbsent ? holds : allOf(...noSecretIn(given, "", "looks like a secret"));
  },
  fix: "Hand out the id of the Key Vault secret and let consumers read the vault; waive the rule for an output that must be a pulumi.secret.",
  why: "An output is copied to every stack, pipeline and terminal that reads it. Whether it is marked secret is not visible here. Found when everything exists.",
});
