import { objectOf, secret, textOf } from "../values";
import { stableKey } from "../world/identity";
import { publicAddress } from "./addresses";
import { badRequest, conflict } from "./refusals";
import type { TypeRow } from "./row";

/** Container registries and container instances. */
export const containers: readonly TypeRow[] = [
  {
    armType: "Microsoft.ContainerRegistry/registries",
    name: {
      pattern: /^[A-Za-z0-9]+$/,
      minimum: 5,
      maximum: 50,
      code: "RegistryNameInvalid",
      message: (name) => `The registry name '${name}' is invalid. It may have letters and digits, 5 to 50 of them.`,
      checkedByProvider: true,
    },
    globalName: {
      taken: (name) =>
        conflict("AlreadyInUse", `The registry DNS name ${name.toLowerCase()}.azurecr.io is already in use.`),
    },
    refuses: ({ inputs }) => {
      const sku = textOf(objectOf(inputs.sku).name) ?? "";
      return /^(Classic|Basic|Standard|Premium)$/i.test(sku)
        ? undefined
        : badRequest("InvalidSku", `The SKU '${sku}' is not one of Basic, Standard, Premium.`);
    },
    adds: ({ name, inputs, world }) => ({
      loginServer: `${name.toLowerCase()}.azurecr.io`,
      creationDate: world.clock.iso(),
      sku: { tier: textOf(objectOf(inputs.sku).name) ?? "Basic" },
      adminUserEnabled: false,
      anonymousPullEnabled: false,
      publicNetworkAccess: "Enabled",
      dataEndpointEnabled: false,
      dataEndpointHostNames: [],
      networkRuleBypassOptions: "AzureServices",
      privateEndpointConnections: [],
      zoneRedundancy: "Disabled",
      policies: { quarantinePolicy: { status: "disabled" }, trustPolicy: { status: "disabled", type: "Notary" } },
    }),
    actions: {
      listRegistryCredentials: (registry) => ({
        username: registry.id.split("/").at(-1) ?? "",
        passwords: ["password", "password2"].map((name) => ({
          name,
          value: secret(stableKey(32, registry.id.toLowerCase(), name)),
        })),
      }),
    },
  },
  { armType: "Microsoft.ContainerRegistry/registries/webhooks", adds: () => ({ status: "enabled", scope: "" }) },
  {
    armType: "Microsoft.ContainerRegistry/registries/tasks",
    adds: ({ world }) => ({ creationDate: world.clock.iso(), status: "Enabled" }),
  },
  { armType: "Microsoft.ContainerRegistry/registries/taskRuns" },
  {
    armType: "Microsoft.ContainerInstance/containerGroups",
    immutable: [
      "containers",
      "osType",
      "imageRegistryCredentials",
      "volumes",
      "subnetIds",
      "dnsConfig",
      "sku",
      "priority",
      "restartPolicy",
      "zones",
    ],
    adds: ({ inputs, location, uuid }) => {
      const asked = objectOf(inputs.ipAddress);
      const label = textOf(asked.dnsNameLabel);
      const ip = asked.type === "Private" ? "10.0.0.4" : publicAddress(uuid("ip"));
      return {
        instanceView: { state: "Running", events: [] },
        ...(inputs.ipAddress === undefined
          ? {}
          : { ipAddress: { ip, ...(label === undefined ? {} : { fqdn: `${label}.${location}.azurecontainer.io` }) } }),
        containers: (Array.isArray(inputs.containers) ? inputs.containers : []).map(() => ({
          instanceView: { restartCount: 0, events: [], currentState: { state: "Running" } },
        })),
      };
    },
  },
];
