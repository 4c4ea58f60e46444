import { fails, holds, resourceRule } from "../../rule";

/** Regions inside Microsoft's EU Data Boundary, which is the EU and EFTA (learn.microsoft.com/privacy/eudb). */
const euDataBoundary: readonly string[] = [
  "austriaeast",
  "belgiumcentral",
  "denmarkeast",
  "francecentral",
  "francesouth",
  "germanynorth",
  "germanywestcentral",
  "italynorth",
  "northeurope",
  "norwayeast",
  "norwaywest",
  "polandcentral",
  "spaincentral",
  "swedencentral",
  "swedensouth",
  "switzerlandnorth",
  "switzerlandwest",
  "westeurope",
];

export const allowedLocations = resourceRule({
  id: "allowed-locations",
  title: "Resources stand in allowed regions",
  covers: ["AzurePolicy-e56962a6-allowed-locations"],
  requirements: ["OE-R12"],
  severity: "high",
  appliesTo: "azure-native:*",
  config: {
    allowedLocations: {
      type: "array",
      items: { type: "string" },
      default: euDataBoundary,
      description:
        "Regions where resources may stand, beside global ones; by default those of Microsoft's EU Data Boundary, so say yours if they are others",
    },
  },
  holds: (resource, { config }) => {
    const location = resource.at("location");
    return location.judge((given) =>
      given === undefined || isAllowed(location.text ?? "", config.allowedLocations)
        ? holds
        : fails(location.path, `must be global or one of ${config.allowedLocations.join(", ")}`),
    );
  },
  fix: "Move the resource to an allowed region, or have the region added to allowedLocations by whoever answers for where data lies.",
  why: "Where data may lie is promised to customers and regulators, and moving it afterwards means building it anew.",
});

/** Nearly all say the short name in lower case, so that is looked for first. */
function isAllowed(location: string, allowed: readonly string[]): boolean {
  if (allowed.includes(location)) return true;
  const name = short(location);
  return name === "global" || allowed.some((each) => short(each) === name);
}

/** Display names and short names are equal: `Sweden Central` and `swedencentral`. */
function short(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}
