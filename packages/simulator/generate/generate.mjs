// node generate.mjs <@pulumi/azure-native> <azure-sdk-for-go> <go-azure-sdk/resource-manager> <go-azure-helpers> <out>
// Rebuilds ../data/azure-native: one file a module, see ../data/README.md for what each field means and where it is from.
import fs from "node:fs";
import path from "node:path";
import { armPaths } from "./arm-paths.mjs";
import { corrections } from "./corrections.mjs";
import { guessPath } from "./guess.mjs";
import { matchPath, words } from "./match.mjs";
import { namespaces } from "./namespaces.mjs";
import { sdkClasses } from "./sdk-classes.mjs";

const [sdk, azure, hashicorp, helpers, out] = process.argv.slice(2);
const modules = sdkClasses(sdk);
const candidates = armPaths(azure, hashicorp, helpers);
const byNamespace = Map.groupBy(
  candidates,
  (each) => /providers\/([^/{]+)(?!.*providers\/)/i.exec(each.path)?.[1]?.toLowerCase() ?? "microsoft.resources",
);
const counts = { matched: 0, corrected: 0, guessed: 0 };

fs.rmSync(out, { recursive: true, force: true });
fs.mkdirSync(out, { recursive: true });
for (const [module, { resources, functions, types }] of Object.entries(modules)) {
  const owned = (namespaces[module] ?? [`microsoft.${module}`]).flatMap((name) => byNamespace.get(name) ?? []);
  const known = {};
  for (const [name, resource] of Object.entries(resources)) {
    const corrected = corrections[`${module}:${name}`];
    const found = corrected ?? matchPath(module, name, resource, owned, namespaces)?.path;
    if (found === undefined) continue;
    counts[corrected === undefined ? "matched" : "corrected"] += 1;
    if (corrected !== undefined) mustFit(`${module}:${name}`, corrected, resource);
    known[name] = tidy(found);
  }
  for (const name of borrowers(known)) {
    delete known[name];
    counts.matched -= 1;
  }
  const rows = {};
  for (const [name, resource] of Object.entries(resources)) {
    const { version, inputs, required, outputs } = resource;
    if (known[name] === undefined) counts.guessed += 1;
    rows[name] = {
      version,
      path: known[name] ?? guessPath(module, name, resource, known, byNamespace, namespaces),
      ...(known[name] === undefined ? { guessed: true } : {}),
      inputs: inputs.map((input) => (required.includes(input) ? `${input}!` : input)).join(" "),
      outputs,
    };
  }
  const text = [
    "{",
    ...section("resources", rows),
    ",",
    ...section("functions", functions),
    ",",
    ...section("types", types),
    "}",
  ];
  fs.writeFileSync(path.join(out, `${module}.json`), `${text.join("\n")}\n`);
}
const { version } = JSON.parse(fs.readFileSync(path.join(sdk, "package.json"), "utf8"));
fs.writeFileSync(
  path.join(out, "index.json"),
  `${JSON.stringify({ sdk: `@pulumi/azure-native ${version}`, ...counts })}\n`,
);
process.stdout.write(`${JSON.stringify(counts)}\n`);

/** A correction whose parameters are not the class's inputs is a mistake of ours. */
function mustFit(token, template, resource) {
  const missing = [...template.matchAll(/\{([^}]+)\}/g)]
    .map((match) => match[1].split(".")[0])
    .filter((name) => name !== "subscriptionId" && !resource.inputs.includes(name));
  if (missing.length > 0)
    throw new Error(`${token}: no input ${missing.join(", ")} for ${template}; it has ${resource.inputs.join(" ")}`);
}

/** Classes that took the path of one that they are only a part of: an ApiWiki is not at its Api's path. */
function borrowers(known) {
  const names = Object.keys(known);
  return names.filter((name) =>
    names.some(
      (other) =>
        other !== name &&
        known[other].toLowerCase() === known[name].toLowerCase() &&
        words(other).length < words(name).length &&
        words(other).every((word) => words(name).includes(word)),
    ),
  );
}

function tidy(template) {
  return template
    .replace(/^\/Subscriptions\//, "/subscriptions/")
    .replace(/\/resourcegroups\//i, "/resourceGroups/")
    .replace("/policydefinitions/", "/policyDefinitions/")
    .replace(/\/$/, "");
}

function section(name, rows) {
  const lines = Object.entries(rows).map(([key, row]) => `${JSON.stringify(key)}:${JSON.stringify(row)}`);
  return [`"${name}":{`, lines.join(",\n"), "}"];
}
