import { allOf, fails, holds, type Judgement, resourceRule, type Value } from "../../rule";
import { noSecretIn } from "./secret-leaves";
import { looksSecret } from "./secret-shapes";
import { type Template, templateDeployments, templateOf } from "./template";

const LITERAL = "looks like a secret in plain text; take a secure parameter";

export const deployment = resourceRule({
  id: "deployment-no-secrets",
  title: "Template deployments hold secrets in secure parameters only, and hand none out",
  covers: ["Azure.Deployment.SecretLeak / OutputSecretValue"],
  requirements: ["OE-R8"],
  severity: "critical",
  appliesTo: templateDeployments,
  holds: (resource) => {
    const given = templateOf(resource);
    const { template, parameters } = given;
    const literals =
      template.text === undefined ? ["variables", "resources"].map((part) => template.child(part)) : [template];
    return allOf(
      ...each(parameters, (value, name) => parameter(value, name, given)),
      ...each(template.child("parameters"), (declared, name) => defaultValue(declared, name)),
      ...each(template.child("outputs"), (declared, name) => output(declared, name, given)),
      ...literals.flatMap((literal) => noSecretIn(literal, "", LITERAL)),
    );
  },
  fix: "Declare the parameter as securestring, give it a Key Vault reference, and read secrets from the vault instead of an output.",
  why: "Azure keeps parameters, templates and outputs in the deployment's history, where every reader of the group finds them.",
});

function each(values: Value, judge: (value: Value, name: string) => readonly Judgement[]): readonly Judgement[] {
  if (values.isUnknown) return [values.judge(() => holds)];
  return values.keys().flatMap((name) => judge(values.child(name), name));
}

/** A value that is given to a parameter; one that the template declares secure is where a secret belongs. */
function parameter(value: Value, name: string, { isSecure }: Template): readonly Judgement[] {
  return isSecure("parameters", name)
    ? []
    : noSecretIn(value.child("value"), name, "looks like a secret in plain text");
}

/** A default is in the template for all to read, of a secure parameter too. */
function defaultValue(declared: Value, name: string): readonly Judgement[] {
  return noSecretIn(declared.child("defaultValue"), name, "looks like a secret in plain text");
}

/** An output that is made from a secret: by a list function, or from a secure parameter. */
function output(declared: Value, name: string, given: Template): readonly Judgement[] {
  if (given.isSecure("outputs", name)) return [];
  const value = declared.child("value");
  const text = value.text ?? "";
  const parameterNames = [...text.matchAll(/parameters\(\s*'([^']+)'\s*\)/gi)].map(([, used = ""]) => used);
  const handsOut =
    /\blist\w*\s*\(/i.test(text) ||
    parameterNames.some((used) => given.isSecure("parameters", used)) ||
    looksSecret(name, text);
  return [value.judge(() => (handsOut ? fails(value.path, "hands out a secret") : holds))];
}
