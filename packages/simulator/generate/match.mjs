/** Below this likeness of names a path is somebody else's; the ones between it and 1 were read by eye. */
const MINIMUM = 0.6;

/**
 * Finds the ARM path of a class: every path parameter must be one of the class's inputs, every required input that the
 * response does not repeat must be a path parameter, and the operation group's name must be the class's name.
 *
 * @returns the path with the class's own input names as parameters, or undefined.
 */
export function matchPath(module, className, resource, candidates, namespaces) {
  let best;
  for (const candidate of candidates) {
    const path = renamedPath(className, candidate, resource);
    if (path === undefined) continue;
    const nameScore = nameSimilarity(className, operationName(candidate), path);
    const namespace = /providers\/([^/{]+)(?!.*providers\/)/i.exec(path)?.[1]?.toLowerCase() ?? "microsoft.resources";
    const owned = (namespaces[module] ?? [`microsoft.${module}`]).includes(namespace);
    if (!owned) continue;
    const score =
      nameScore +
      0.3 * tailLikeness(className, path) +
      (candidate.exact ? 0.2 : 0) +
      (candidate.verb === "Put" ? 0.1 : 0);
    if (nameScore < MINIMUM || (nameScore < 1 && tailLikeness(className, path) === 0)) continue;
    if (best === undefined || score > best.score || (score === best.score && candidate.version > best.version)) {
      best = { score, path, version: candidate.version };
    }
  }
  return best;
}

/** The path with azure-native's input names, or undefined when the inputs cannot fill it. */
function renamedPath(className, candidate, resource) {
  const parameters = [...candidate.path.matchAll(/\{([^}]+)\}/g)]
    .map((match) => match[1])
    .filter((name) => name !== "subscriptionId");
  const onlyInPath = resource.stringInputs.filter((name) => resource.outputs[name] === undefined || name === "scope");
  const mustBeUsed = onlyInPath.filter(
    (name) => (resource.required.includes(name) && looksLikeName(name)) || isOwnName(name, className, resource),
  );
  const byLowerCase = new Map(resource.stringInputs.map((name) => [name.toLowerCase(), name]));
  const chosen = new Map();
  const left = [];
  for (const parameter of parameters) {
    const same = byLowerCase.get(parameter.toLowerCase());
    if (same !== undefined && ![...chosen.values()].includes(same)) chosen.set(parameter, same);
    else left.push(parameter);
  }
  const free = onlyInPath.filter((name) => ![...chosen.values()].includes(name) && looksLikeName(name));
  if (left.length > 0) {
    if (candidate.exact && left.length > 1) return undefined;
    for (const parameter of left) {
      const scored = free
        .filter((name) => ![...chosen.values()].includes(name))
        .map((name) => [wordsShared(name, parameter), name])
        .sort((a, b) => b[0] - a[0]);
      const pick = scored[0];
      if (pick === undefined || (pick[0] === 0 && scored.length > 1)) return undefined;
      chosen.set(parameter, pick[1]);
    }
  }
  if (mustBeUsed.some((name) => ![...chosen.values()].includes(name))) return undefined;
  return candidate.path.replace(/\{([^}]+)\}/g, (whole, name) =>
    name === "subscriptionId" ? whole : `{${chosen.get(name)}}`,
  );
}

/** An optional input that only the path uses and that is named after the class is the name azure-native makes up. */
export function isOwnName(name, className, resource) {
  if (resource.outputs[name] !== undefined || resource.required.includes(name) || !/(Name|Id)$/.test(name))
    return false;
  const own = words(name).slice(0, -1);
  return own.length > 0 && own.every((word) => words(className).includes(word));
}

function looksLikeName(name) {
  return (
    /(name|id|scope|uri|resourceprovider|namespace|type|group|version|key|code)$/i.test(name) ||
    /^(name|id)$/.test(name)
  );
}

/** How much the path's last type segment, named or fixed, is like the class's name; one segment may say it all. */
function tailLikeness(className, path) {
  const tail = path.split("/").filter((segment) => !segment.startsWith("{"));
  const last = words(tail.at(-1) ?? "");
  const ours = words(className);
  return (
    last.filter((word) => ours.some((own) => own === word || own.includes(word) || word.includes(own))).length /
    last.length
  );
}

function wordsShared(a, b) {
  const left = words(a);
  const right = new Set(words(b));
  return left.filter((word) => right.has(word) && word !== "name").length + (left.at(-1) === words(b).at(-1) ? 0.1 : 0);
}

/** `BlobContainers.CreateOrUpdate` is BlobContainer, `WebApps.UpdateAuthSettings` is WebAppAuthSettings. */
function operationName({ group, operation }) {
  const rest = operation.replace(/^(CreateOrUpdate|CreateOrReplace|Create|Update|Put|Set|Upsert|Add)/, "");
  const own = operation.replace(/(CreateOrUpdate|Create|Update|Put)$/, "");
  return [singular(group) + rest, singular(group) + singular(rest), rest, singular(own), own].filter(
    (name) => name !== "",
  );
}

function nameSimilarity(className, names, path) {
  const last = [...path.matchAll(/\/([A-Za-z][^/{}]*)\/\{/g)].at(-1)?.[1] ?? "";
  const wanted = words(className).join(" ");
  if (names.some((name) => words(name).join(" ") === wanted)) return 1;
  let best = 0;
  for (const name of [...names, singular(last)]) {
    const ours = words(className);
    const theirs = words(name);
    const shared = ours.filter((word) => theirs.includes(word)).length;
    best = Math.max(best, (2 * shared) / (ours.length + theirs.length));
  }
  return best * 0.95;
}

export function words(name) {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .split(/[ _-]+/)
    .map(singular);
}

export function singular(name) {
  if (/ies$/.test(name)) return name.replace(/ies$/, "y");
  if (/(ss|sh|ch|x)es$/.test(name)) return name.replace(/es$/, "");
  if (/(ss|us|is)$/i.test(name)) return name;
  return name.replace(/s$/, "");
}
