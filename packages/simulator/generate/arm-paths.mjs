import fs from "node:fs";
import path from "node:path";

/**
 * Every path of Azure Resource Manager that two Go modules write to: `github.com/Azure/azure-sdk-for-go` v68 (MIT; its
 * parameters have the names that azure-native uses, up to 2022) and `github.com/hashicorp/go-azure-sdk/resource-manager`
 * (MPL-2.0; newer services, parameters renamed). Only the paths are taken.
 *
 * @returns `{ group, operation, verb, path, version, exact }[]`; `exact` says whether parameter names are Azure's own.
 */
export function armPaths(azureSdkFolder, hashicorpFolder, helpersFolder) {
  return [...azureSdkPaths(path.join(azureSdkFolder, "services")), ...hashicorpPaths(hashicorpFolder, helpersFolder)];
}

function* goFiles(folder) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* goFiles(file);
    else if (entry.name.endsWith(".go") && !entry.name.endsWith("_test.go")) yield file;
  }
}

function azureSdkPaths(folder) {
  const newest = new Map();
  for (const file of goFiles(folder)) {
    if (!file.includes("/mgmt/") || path.basename(file).startsWith("models")) continue;
    const text = fs.readFileSync(file, "utf8");
    for (const match of text.matchAll(/func \(client (\w+)Client\) (\w+)Preparer\(([\s\S]*?)\n}\n/g)) {
      const [, group, operation, body] = match;
      const verb = /autorest\.As(Put|Patch)\(\)/.exec(body)?.[1];
      const template = /WithPathParameters\("([^"]+)"/.exec(body)?.[1];
      const version = /const APIVersion = "([^"]+)"/.exec(body)?.[1] ?? "";
      if (verb === undefined || template === undefined) continue;
      const key = `${group}|${operation}|${template}`;
      const known = newest.get(key);
      if (known === undefined || version > known.version) {
        newest.set(key, { group, operation, verb, path: template, version, exact: true });
      }
    }
  }
  return [...newest.values()];
}

function hashicorpPaths(folder, helpersFolder) {
  const common = readIds(path.join(helpersFolder, "resourcemanager", "commonids"));
  const newest = new Map();
  for (const service of directories(folder)) {
    for (const version of directories(path.join(folder, service))) {
      for (const group of directories(path.join(folder, service, version))) {
        const home = path.join(folder, service, version, group);
        const ids = readIds(home);
        for (const file of fs.readdirSync(home).filter((name) => name.startsWith("method_"))) {
          const text = fs.readFileSync(path.join(home, file), "utf8");
          const verb = /http\.Method(Put|Patch),/.exec(text)?.[1];
          const head = /func \(c (\w+)Client\) (\w+)\(ctx context\.Context, id (commonids\.)?(\w+)Id,/.exec(text);
          if (verb === undefined || head === null || head[2].endsWith("ThenPoll")) continue;
          const base = (head[3] ? common : ids).get(head[4]);
          if (base === undefined) continue;
          const suffix = /fmt\.Sprintf\("%s([^"]*)", id\.ID\(\)\)/.exec(text)?.[1] ?? "";
          const key = `${head[1]}|${head[2]}|${base}${suffix}`;
          const row = { group: head[1], operation: head[2], verb, path: base + suffix, version, exact: false };
          if (version > (newest.get(key)?.version ?? "")) newest.set(key, row);
        }
      }
    }
  }
  return [...newest.values()];
}

function readIds(folder) {
  const ids = new Map();
  for (const file of fs.readdirSync(folder)) {
    if (file.endsWith("_test.go")) continue;
    const text = fs.readFileSync(path.join(folder, file), "utf8");
    const name = /func \(id (\w+)Id\) Segments\(\)/.exec(text)?.[1];
    if (name === undefined) continue;
    const segments = [];
    const block = text.slice(text.indexOf(") Segments()"));
    for (const [, kind, first, second] of block.matchAll(/resourceids\.(\w+)Segment\("([^"]*)", "?([^",)]*)"?/g)) {
      if (kind === "Static" || kind === "ResourceProvider") segments.push(second);
      else if (kind === "Scope") segments.push(`{${first}}`);
      else segments.push(`{${first}}`);
    }
    ids.set(name, `/${segments.join("/")}`.replace(/^\/\{scope\}/, "/{scope}"));
  }
  return ids;
}

function directories(folder) {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}
