import { objectOf, type Properties, secret, textOf } from "../values";
import { accessKey } from "../world/access-keys";
import { stableHex } from "../world/identity";
import { deploymentRefusal } from "./model-deployments";
import { badRequest, conflict } from "./refusals";
import type { PutContext, TypeRow } from "./row";

const ACCOUNT = "Microsoft.CognitiveServices/accounts";

/** Foundry and other Cognitive Services accounts, their projects, deployments and content filters. */
export const cognitiveServices: readonly TypeRow[] = [
  {
    armType: ACCOUNT,
    name: {
      pattern: /^[A-Za-z0-9][A-Za-z0-9_.-]*$/,
      minimum: 2,
      maximum: 64,
      code: "InvalidResourceName",
      message: (name) => `The account name '${name}' is invalid.`,
      checkedByProvider: true,
    },
    globalName: {
      claims: (inputs) => textOf(objectOf(inputs.properties).customSubDomainName),
      taken: (name) =>
        conflict(
          "CustomDomainInUse",
          `Please pick a different name. The subdomain name '${name}' is not available as it's already used by a resource.`,
        ),
    },
    softDelete: {
      days: () => 2,
      blocked: (_, id) =>
        conflict(
          "FlagMustBeSetForRestore",
          `An existing resource with ID '${id}' has been soft-deleted. To restore the resource, you must specify 'restore' ` +
            "to be 'true' in the property. If you don't want to restore existing resource, please purge it first.",
        ),
      restores: (inputs) => objectOf(inputs.properties).restore === true,
    },
    immutable: ["kind"],
    refuses: accountRefusal,
    adds: accountOutputs,
    actions: {
      listAccountKeys: (account) => ({
        key1: secret(accessKey(account, "key1")),
        key2: secret(accessKey(account, "key2")),
      }),
    },
  },
  {
    armType: `${ACCOUNT}/deployments`,
    name: {
      pattern: /^[A-Za-z0-9][A-Za-z0-9_.-]*$/,
      minimum: 2,
      maximum: 64,
      code: "InvalidResourceName",
      message: (name) => `The deployment name '${name}' is invalid.`,
    },
    serialised: true,
    immutable: ["properties.model.name", "properties.model.format"],
    refuses: deploymentRefusal,
    adds: (context) => ({
      properties: {
        provisioningState: "Succeeded",
        capabilities: { chatCompletion: "true" },
        raiPolicyName: "Microsoft.DefaultV2",
        versionUpgradeOption: "OnceNewDefaultVersionAvailable",
        currentCapacity: Number(objectOf(context.inputs.sku).capacity ?? 1),
        rateLimits: rateLimits(context),
      },
      etag: `"${context.uuid("etag")}"`,
    }),
  },
  {
    armType: `${ACCOUNT}/projects`,
    needsIdleParent: true,
    refuses: ({ parent }) =>
      objectOf(parent?.properties.properties).allowProjectManagement === true
        ? undefined
        : badRequest(
            "BadRequest",
            "Project can only be created under AIServices Kind account with allowProjectManagement set to true.",
          ),
    adds: ({ id, name, parent, world }) => ({
      properties: {
        provisioningState: "Succeeded",
        isDefault: !world.inside(parent?.id ?? "").some((each) => each.armType.endsWith("/projects") && each.id !== id),
        endpoints: { "AI Foundry API": `https://${subdomainOf(id)}.services.ai.azure.com/api/projects/${name}` },
      },
    }),
  },
  {
    armType: `${ACCOUNT}/raiPolicies`,
    adds: ({ uuid }) => ({ properties: { type: "UserManaged" }, etag: `"${uuid("etag")}"` }),
  },
  { armType: `${ACCOUNT}/raiBlocklists` },
  { armType: `${ACCOUNT}/raiBlocklists/raiBlocklistItems` },
  connections(`${ACCOUNT}/connections`),
  connections(`${ACCOUNT}/projects/connections`),
  { armType: `${ACCOUNT}/capabilityHosts` },
  { armType: `${ACCOUNT}/projects/capabilityHosts` },
];

function connections(armType: string): TypeRow {
  return {
    armType,
    needsIdleParent: true,
    writeOnly: ["properties.credentials"],
    adds: ({ world }) => ({
      properties: {
        createdByWorkspaceArmId: "",
        group: "AzureAI",
        isSharedToAll: false,
        error: "",
        metadata: { createdAt: world.clock.iso() },
      },
    }),
  };
}

function accountRefusal({ inputs, existing }: PutContext) {
  const [asked, was] = [objectOf(inputs.properties), objectOf(existing?.inputs.properties)];
  const sku = textOf(objectOf(inputs.sku).name);
  const kind = textOf(inputs.kind) ?? "";
  const known = /^(OpenAI|AIServices)$/.test(kind) ? /^S0$/ : /^[A-Z]{1,2}\d{0,2}$/;
  if (sku === undefined || !known.test(sku)) {
    return badRequest(
      "InvalidResourceProperties",
      `The SKU '${sku ?? ""}' is not valid for the resource kind '${kind}'.`,
    );
  }
  if (asked.allowProjectManagement === true && textOf(asked.customSubDomainName) === undefined) {
    return badRequest(
      "CustomSubDomainNameRequired",
      "A custom subdomain name is required for an account that has project management enabled.",
    );
  }
  if (was.customSubDomainName !== undefined && asked.customSubDomainName !== was.customSubDomainName) {
    return badRequest(
      "CustomSubDomainNameCannotBeChanged",
      "The custom subdomain name of an account cannot be changed once it is set.",
    );
  }
  return undefined;
}

/** Without a custom subdomain an account is reached through its region's host. */
function accountOutputs({ id, name, inputs, location, uuid, world, existing }: PutContext): Properties {
  const asked = objectOf(inputs.properties);
  const subdomain = textOf(asked.customSubDomainName);
  const kind = textOf(inputs.kind) ?? "";
  const host = kind === "OpenAI" ? "openai.azure.com" : "cognitiveservices.azure.com";
  const endpoint =
    subdomain === undefined ? `https://${location}.api.cognitive.microsoft.com/` : `https://${subdomain}.${host}/`;
  const own = subdomain ?? name;
  const endpoints: Properties =
    kind === "AIServices"
      ? {
          "AI Foundry API": `https://${own}.services.ai.azure.com/`,
          "OpenAI Language Model Instance API": `https://${own}.openai.azure.com/`,
          "Azure AI Model Inference API": `https://${own}.services.ai.azure.com/`,
        }
      : { [kind || "Cognitive Services"]: endpoint };
  return {
    etag: `"${uuid("etag")}"`,
    properties: {
      endpoint,
      endpoints,
      internalId: stableHex(id.toLowerCase()).slice(0, 32),
      dateCreated: existing?.createdAt ?? world.clock.iso(),
      provisioningState: "Succeeded",
      publicNetworkAccess: "Enabled",
      callRateLimit: { rules: [] },
      capabilities: [],
      privateEndpointConnections: [],
      isMigrated: false,
      disableLocalAuth: false,
      ...(asked.networkAcls === undefined ? {} : { networkAcls: { ipRules: [], virtualNetworkRules: [] } }),
    },
  };
}

function subdomainOf(id: string): string {
  return (/\/accounts\/([^/]+)/i.exec(id)?.[1] ?? "").toLowerCase();
}

/** Standard deployments get 1,000 tokens a minute for each unit, and a request a minute for each thousand. */
function rateLimits({ inputs }: PutContext): Properties[] {
  const capacity = Number(objectOf(inputs.sku).capacity ?? 1);
  return [
    { key: "request", count: capacity, renewalPeriod: 60 },
    { key: "token", count: capacity * 1000, renewalPeriod: 60 },
  ];
}
