import { type Resource, Value } from "../../rule";

/** Types that deploy a template of Azure Resource Manager, whose text and outputs Azure keeps in its history. */
export const templateDeployments = [
  "resources:Deployment",
  "resources:DeploymentAtManagementGroupScope",
  "resources:DeploymentAtScope",
  "resources:DeploymentAtSubscriptionScope",
  "resources:DeploymentAtTenantScope",
  "resources:DeploymentStackAtManagementGroup",
  "resources:DeploymentStackAtResourceGroup",
  "resources:DeploymentStackAtSubscription",
] as const;

/** A deployment's template and the parameters given to it. */
export interface Template {
  readonly template: Value;
  readonly parameters: Value;
  /** Whether the template declares this parameter or output as secure, so that Azure does not keep its value. */
  isSecure(declared: "parameters" | "outputs", name: string): boolean;
}

/** Reads the template, which may be a JSON text; deployments have it below `properties`, deployment stacks at the top. */
export function templateOf(deployment: Resource): Template {
  const nested = deployment.at("properties");
  const top = deployment.at("");
  const owner = nested.isAbsent ? top : nested;
  const template = parsed(owner.child("template"));
  return {
    template,
    parameters: owner.child("parameters"),
    isSecure: (declared, name) =>
      /^secure(?:string|object)$/i.test(template.child(declared).child(name).child("type").text ?? ""),
  };
}

function parsed(template: Value): Value {
  const text = template.text;
  if (text === undefined) return template;
  try {
    return Value.root({ properties: { template: JSON.parse(text) as unknown } }).at("properties.template");
  } catch {
    return template;
  }
}
