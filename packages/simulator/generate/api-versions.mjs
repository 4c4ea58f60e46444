// Writes data/api-versions.json: which API versions each ARM type has.
//   node packages/simulator/generate/api-versions.mjs node_modules/@pulumi/azure-native
// From azure-native's doc comments; it leaves out versions that differ from a newer one in nothing, so the versions that
// Azure's own clients for JavaScript speak are added by namespace.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Read from the clients' sources: @azure/arm-* in the versions that the root package-lock.json pins. */
const clientVersions = {
  "microsoft.alertsmanagement": ["2019-03-01", "2019-05-05-preview", "2023-07-12-preview", "2024-01-01-preview"],
  "microsoft.apimanagement": ["2024-05-01"],
  "microsoft.authorization": ["2022-04-01"],
  "microsoft.cognitiveservices": ["2025-09-01"],
  "microsoft.documentdb": ["2026-03-15"],
  "microsoft.eventgrid": ["2022-06-15"],
  "microsoft.eventhub": ["2026-01-01"],
  "microsoft.insights": ["2015-05-01", "2020-02-02"],
  "microsoft.network": ["2025-05-01"],
  "microsoft.operationalinsights": ["2025-07-01"],
  "microsoft.resources": ["2021-04-01", "2022-09-01"],
  "microsoft.search": ["2025-05-01"],
  "microsoft.servicebus": ["2021-11-01"],
  "microsoft.storage": ["2026-09-01"],
};

const [sdk] = process.argv.slice(2);
const data = join(import.meta.dirname, "../data");
const tables = join(data, "azure-native");
const found = new Map();

for (const file of readdirSync(tables).filter((name) => name.endsWith(".json") && name !== "index.json")) {
  const module = file.replace(".json", "");
  for (const [name, row] of Object.entries(JSON.parse(readFileSync(join(tables, file), "utf8")).resources)) {
    if (row.version === undefined) continue;
    const type = armType(row.path);
    const versions = found.get(type) ?? new Set(clientVersions[type.split("/")[0]]);
    for (const each of [row.version, ...others(join(sdk, module, `${name[0].toLowerCase()}${name.slice(1)}.d.ts`))]) {
      versions.add(each.toLowerCase());
    }
    found.set(type, versions);
  }
}

// Alerts are no resources that programs create.
found.set("microsoft.alertsmanagement/alerts", new Set(clientVersions["microsoft.alertsmanagement"]));

const lines = [...found]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([type, versions]) => `${JSON.stringify(type)}:${JSON.stringify([...versions].sort())}`);
writeFileSync(join(data, "api-versions.json"), `{\n${lines.join(",\n")}\n}\n`);
console.log(`${found.size} types`);

function others(typings) {
  if (!existsSync(typings)) return [];
  const list = /Other available API versions: ([^.]+)\./.exec(readFileSync(typings, "utf8"))?.[1] ?? "";
  return list.split(/,\s*/).filter((each) => /^\d{4}-/.test(each));
}

function armType(path) {
  const segments = path
    .toLowerCase()
    .split("/")
    .filter((segment) => segment !== "");
  const start = segments.lastIndexOf("providers");
  if (start < 0)
    return segments.length > 2 ? "microsoft.resources/resourcegroups" : "microsoft.resources/subscriptions";
  const [namespace, ...rest] = segments.slice(start + 1);
  return [namespace, ...rest.filter((_, index) => index % 2 === 0)].join("/");
}
