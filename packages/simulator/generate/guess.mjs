import { isOwnName, singular, words } from "./match.mjs";
import { spellings } from "./namespaces.mjs";

/**
 * A plausible path for a class whose real one is not known: under the parent whose name it takes if that parent's path
 * is known, else from its parameters' names. Marked `guessed` in the data.
 */
export function guessPath(module, className, resource, known, byNamespace, namespaces) {
  const owner = (namespaces[module] ?? [`microsoft.${module}`])[0];
  const namespace =
    spellings[owner] ?? spelled(owner, byNamespace) ?? `Microsoft.${module[0].toUpperCase()}${module.slice(1)}`;
  const parameters = resource.stringInputs.filter(
    (name) =>
      resource.outputs[name] === undefined &&
      (resource.required.includes(name) ? /(name|id|scope|uri)$/i.test(name) : false),
  );
  const own =
    resource.stringInputs.find((name) => isOwnName(name, className, resource)) ??
    resource.stringInputs.find((name) => name === "name" && !resource.required.includes(name));
  const scope = parameters.find((name) => /^(scope|resourceUri|resourceId)$/.test(name));
  const parents = parameters.filter((name) => name !== "resourceGroupName" && name !== scope && name !== own);
  let path = scope !== undefined ? `/{${scope}}` : "/subscriptions/{subscriptionId}";
  if (scope === undefined && parameters.includes("resourceGroupName")) path += "/resourceGroups/{resourceGroupName}";
  const parent = Object.values(known)
    .filter((each) => parents.length > 0 && parameterNames(each).length > 0)
    .filter((each) => parameterNames(each).every((name) => name === "resourceGroupName" || parents.includes(name)))
    .sort((a, b) => parameterNames(b).length - parameterNames(a).length)
    .find((each) => parents.includes(parameterNames(each).at(-1)));
  if (parent !== undefined && scope === undefined) path = parent;
  else path += `/providers/${namespace}`;
  const covered = parameterNames(path);
  for (const name of parents.filter((each) => !covered.includes(each)))
    path += `/${segment(name.replace(/(Name|Id)$/, ""))}/{${name}}`;
  return own === undefined ? `${path}/${segment(className)}` : `${path}/${segment(className)}/{${own}}`;
}

function parameterNames(path) {
  return [...path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1]).filter((name) => name !== "subscriptionId");
}

function segment(name) {
  const [first = "", ...rest] = words(name);
  const camel = [first, ...rest.map((word) => word[0].toUpperCase() + word.slice(1))].join("");
  if (/y$/.test(camel) && !/[aeiou]y$/.test(camel)) return camel.replace(/y$/, "ies");
  return singular(camel) === camel && /(s|x|ch|sh)$/.test(camel) ? `${camel}es` : `${camel}s`;
}

function spelled(owner, byNamespace) {
  const path = byNamespace.get(owner)?.[0]?.path;
  return path === undefined ? undefined : /providers\/([^/{]+)(?!.*providers\/)/i.exec(path)?.[1];
}
