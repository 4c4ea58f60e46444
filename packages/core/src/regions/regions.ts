import type { Problem } from "../problems";

/**
 * The regions of Azure's public cloud by the name that programs use, restricted ones included. Source:
 * MicrosoftDocs/reliability-docs regions-list.md of 2025-09-23, to which five are added that it leaves out
 * (Jio India, Sweden South, Taiwan; `az account list-locations` shows them). Government and China regions are
 * not among them: their endpoints and private DNS zones have other names, which this library does not know.
 */
export const regionNames: readonly string[] = `
  australiacentral australiacentral2 australiaeast australiasoutheast austriaeast belgiumcentral brazilsouth
  brazilsoutheast canadacentral canadaeast centralindia centralus chilecentral denmarkeast eastasia eastus eastus2
  francecentral francesouth germanynorth germanywestcentral indonesiacentral israelcentral italynorth japaneast
  japanwest jioindiacentral jioindiawest koreacentral koreasouth malaysiawest mexicocentral newzealandnorth
  northcentralus northeurope norwayeast norwaywest polandcentral qatarcentral southafricanorth southafricawest
  southcentralus southeastasia southindia spaincentral swedencentral swedensouth switzerlandnorth switzerlandwest
  taiwannorth taiwannorthwest uaecentral uaenorth uksouth ukwest westcentralus westeurope westindia westus westus2
  westus3
`
  .trim()
  .split(/\s+/);

/** What is wrong with a region that somebody gave, path empty; nothing when it is one of `regionNames`. */
export function regionProblems(given: unknown): Problem[] {
  if (typeof given === "string" && regionNames.includes(given)) return [];
  return [{ path: "", problem: problemOf(given) }];
}

function problemOf(given: unknown): string {
  if (given === undefined || given === null || given === "") return "missing; the region, for example swedencentral";
  if (typeof given !== "string") return `${JSON.stringify(given)} is not a region's name, for example swedencentral`;
  const short = given.toLowerCase().replace(/[^a-z0-9]/g, "");
  if (regionNames.includes(short)) return `${JSON.stringify(given)} is not the short form; write ${short}`;
  const alike = regionNames.filter((name) => name.slice(0, 4) === short.slice(0, 4));
  const hint = alike.length > 0 ? `did you mean ${alike.join(", ")}?` : "for example swedencentral";
  return `${JSON.stringify(given)} is not a region of Azure's public cloud; ${hint}`;
}
