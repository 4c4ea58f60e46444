import { textOf } from "../values";
import { stableHex } from "../world/identity";
import { conflict } from "./refusals";
import type { TypeRow } from "./row";

/** Content delivery: classic CDN and Front Door profiles. */
export const cdn: readonly TypeRow[] = [
  {
    armType: "Microsoft.Cdn/profiles",
    immutable: ["sku"],
    adds: ({ uuid, inputs }) => ({
      resourceState: "Active",
      frontDoorId: uuid("frontdoor"),
      kind: JSON.stringify(inputs.sku ?? "").includes("AzureFrontDoor") ? "frontdoor" : "cdn",
      originResponseTimeoutSeconds: 60,
      extendedProperties: {},
    }),
  },
  {
    armType: "Microsoft.Cdn/profiles/endpoints",
    globalName: { taken: (name) => conflict("Conflict", `The endpoint name '${name}' is already in use.`) },
    adds: ({ name }) => ({
      hostName: `${name.toLowerCase()}.azureedge.net`,
      resourceState: "Running",
      customDomains: [],
      isHttpAllowed: true,
      isHttpsAllowed: true,
      isCompressionEnabled: false,
      queryStringCachingBehavior: "IgnoreQueryString",
      contentTypesToCompress: [],
      geoFilters: [],
    }),
  },
  {
    armType: "Microsoft.Cdn/profiles/afdEndpoints",
    adds: ({ id, name }) => ({
      hostName: `${name.toLowerCase()}-${stableHex(id.toLowerCase()).slice(0, 16)}.z01.azurefd.net`,
      deploymentStatus: "NotStarted",
      enabledState: "Enabled",
    }),
  },
  { armType: "Microsoft.Cdn/profiles/originGroups", adds: () => ({ deploymentStatus: "NotStarted" }) },
  {
    armType: "Microsoft.Cdn/profiles/originGroups/origins",
    adds: ({ inputs }) => ({ deploymentStatus: "NotStarted", originHostHeader: textOf(inputs.hostName) ?? "" }),
  },
  { armType: "Microsoft.Cdn/profiles/afdEndpoints/routes", adds: () => ({ deploymentStatus: "NotStarted" }) },
  { armType: "Microsoft.Cdn/profiles/ruleSets", adds: () => ({ deploymentStatus: "NotStarted" }) },
  { armType: "Microsoft.Cdn/profiles/ruleSets/rules", adds: () => ({ deploymentStatus: "NotStarted" }) },
  {
    armType: "Microsoft.Cdn/profiles/customDomains",
    adds: ({ uuid, world }) => ({
      deploymentStatus: "NotStarted",
      domainValidationState: "Pending",
      validationProperties: {
        validationToken: uuid("validation").replaceAll("-", ""),
        expirationDate: world.clock.iso(),
      },
    }),
  },
  {
    armType: "Microsoft.Cdn/profiles/endpoints/customDomains",
    adds: () => ({
      resourceState: "Active",
      customHttpsProvisioningState: "Disabled",
      customHttpsProvisioningSubstate: "None",
    }),
  },
];
