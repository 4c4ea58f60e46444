import { isObject, type Properties, type Value } from "../../values";
import { stableKey, stableUuid, type World } from "../../world";
import type { LocalType, LocalTypes } from "../local-type";

/** A directory object: its ids follow from its URN, its other outputs from its inputs. */
function directoryObject(
  path: string,
  made: (inputs: Properties, uuid: (purpose: string) => string, world: World) => Properties,
  rest: Partial<LocalType> & { names: readonly string[] },
): LocalType {
  const { names, ...settings } = rest;
  return {
    immutable: [],
    made: names,
    ...settings,
    make: async (inputs, { urn, world }) => {
      const uuid = (purpose: string) => stableUuid(urn, JSON.stringify(inputs), purpose);
      const outputs = made(inputs, uuid, world);
      const objectId = typeof outputs.objectId === "string" ? outputs.objectId : uuid("object");
      return { id: path === "" ? objectId : `/${path}/${objectId}`, outputs };
    },
  };
}

function application(inputs: Properties, uuid: (purpose: string) => string): Properties {
  return {
    clientId: uuid("client"),
    objectId: uuid("object"),
    appRoleIds: idsByValue(inputs.appRoles),
    oauth2PermissionScopeIds: idsByValue(isObject(inputs.api) ? inputs.api.oauth2PermissionScopes : undefined),
    publisherDomain: "simulated.onmicrosoft.example",
    disabledByMicrosoft: "",
    logoUrl: "",
    signInAudience: inputs.signInAudience ?? "AzureADMyOrg",
  };
}

function idsByValue(items: Value | undefined): Properties {
  const pairs = (Array.isArray(items) ? items : [])
    .filter(isObject)
    .flatMap((item): [string, Value][] =>
      typeof item.value === "string" && item.id !== undefined ? [[item.value, item.id]] : [],
    );
  return Object.fromEntries(pairs);
}

function password(inputs: Properties, uuid: (purpose: string) => string, world: World): Properties {
  const start = world.clock.now();
  const end = new Date(start);
  end.setUTCFullYear(end.getUTCFullYear() + 2);
  return {
    keyId: uuid("key"),
    value: `simulated~${stableKey(24, uuid("value"))}`,
    startDate: inputs.startDate ?? start.toISOString(),
    endDate: inputs.endDate ?? end.toISOString(),
    displayName: inputs.displayName ?? "",
  };
}

const applicationOutputs = ["clientId", "objectId", "appRoleIds", "oauth2PermissionScopeIds", "publisherDomain"];

/** What a service principal is called and shows, found by the application it is for. */
function servicePrincipal(inputs: Properties, uuid: (purpose: string) => string, world: World): Properties {
  const owner = world
    .resources("azuread:index/application:Application")
    .find((each) => each.properties.clientId === inputs.clientId);
  return {
    objectId: uuid("object"),
    applicationTenantId: world.identity.tenantId,
    displayName: owner?.properties.displayName ?? `application ${String(inputs.clientId)}`,
    servicePrincipalNames: [inputs.clientId ?? ""],
    appRoleIds: owner?.properties.appRoleIds ?? {},
    oauth2PermissionScopeIds: owner?.properties.oauth2PermissionScopeIds ?? {},
    appRoles: [],
    oauth2PermissionScopes: [],
    redirectUris: [],
    signInAudience: owner?.properties.signInAudience ?? "AzureADMyOrg",
    type: "Application",
    homepageUrl: "",
    logoutUrl: "",
    samlMetadataUrl: "",
  };
}

/** A directory object that a program looks up: it exists, under ids that follow from what it is looked up by. */
function lookup(kind: string): (args: Properties, world: World) => Properties {
  return (args, world) => {
    const words = [kind, JSON.stringify(args)];
    const found = world
      .resources(`azuread:index/${kind}:${kind[0]?.toUpperCase()}${kind.slice(1)}`)
      .find((each) => Object.entries(args).every(([name, value]) => each.properties[name] === value));
    if (found !== undefined) return { ...found.properties, id: found.id.split("::").at(-1) ?? "" };
    const objectId = stableUuid(...words, "object");
    const name = String(
      args.displayName ?? args.userPrincipalName ?? args.mailNickname ?? `${kind} ${objectId.slice(0, 8)}`,
    );
    return {
      displayName: name,
      userPrincipalName: name.includes("@") ? name : `${name}@simulated.onmicrosoft.example`,
      clientId: stableUuid(...words, "client"),
      objectId,
      members: [],
      owners: [],
      appRoleIds: {},
      oauth2PermissionScopeIds: {},
      appRoles: [],
      oauth2PermissionScopes: [],
      ...args,
      id: objectId,
    };
  };
}

/** The azuread package: the directory objects that programs make and look up most. */
export const azureadTypes: LocalTypes = {
  resources: {
    "azuread:index/application:Application": directoryObject("applications", application, {
      names: applicationOutputs,
    }),
    "azuread:index/applicationRegistration:ApplicationRegistration": directoryObject("applications", application, {
      names: ["clientId", "objectId", "publisherDomain"],
    }),
    "azuread:index/servicePrincipal:ServicePrincipal": directoryObject("servicePrincipals", servicePrincipal, {
      names: [
        "objectId",
        "applicationTenantId",
        "displayName",
        "servicePrincipalNames",
        "appRoleIds",
        "oauth2PermissionScopeIds",
        "type",
      ],
      immutable: ["clientId", "useExisting"],
    }),
    "azuread:index/applicationPassword:ApplicationPassword": directoryObject("", password, {
      names: ["keyId", "value", "startDate", "endDate"],
      immutable: "all",
      sensitive: ["value"],
    }),
    "azuread:index/servicePrincipalPassword:ServicePrincipalPassword": directoryObject("", password, {
      names: ["keyId", "value", "startDate", "endDate"],
      immutable: "all",
      sensitive: ["value"],
    }),
    "azuread:index/group:Group": directoryObject(
      "groups",
      (_, uuid) => ({ objectId: uuid("object"), mail: "", proxyAddresses: [], onpremisesSyncEnabled: false }),
      { names: ["objectId", "mail", "proxyAddresses"] },
    ),
    "azuread:index/groupMember:GroupMember": directoryObject("", () => ({}), { names: [], immutable: "all" }),
    "azuread:index/user:User": directoryObject(
      "users",
      (_, uuid) => ({ objectId: uuid("object"), userType: "Member", onpremisesSyncEnabled: false, proxyAddresses: [] }),
      { names: ["objectId", "userType"], sensitive: ["password"] },
    ),
    "azuread:index/applicationFederatedIdentityCredential:ApplicationFederatedIdentityCredential": directoryObject(
      "",
      (_, uuid) => ({ credentialId: uuid("credential") }),
      { names: ["credentialId"], immutable: ["applicationId", "displayName"] },
    ),
    "azuread:index/appRoleAssignment:AppRoleAssignment": directoryObject(
      "",
      () => ({ principalType: "ServicePrincipal" }),
      {
        names: ["principalType", "principalDisplayName", "resourceDisplayName"],
        immutable: "all",
      },
    ),
  },
  functions: {
    "azuread:index/getClientConfig:getClientConfig": (_, { identity }) => ({
      clientId: identity.clientId,
      objectId: identity.objectId,
      tenantId: identity.tenantId,
      id: identity.objectId,
    }),
    "azuread:index/getUser:getUser": lookup("user"),
    "azuread:index/getGroup:getGroup": lookup("group"),
    "azuread:index/getApplication:getApplication": lookup("application"),
    "azuread:index/getServicePrincipal:getServicePrincipal": lookup("servicePrincipal"),
    "azuread:index/getDomains:getDomains": () => ({
      domains: [{ domainName: "simulated.onmicrosoft.example", default: true, initial: true, verified: true }],
    }),
    "azuread:index/getApplicationPublishedAppIds:getApplicationPublishedAppIds": () => ({
      result: {
        MicrosoftGraph: "00000003-0000-0000-c000-000000000000",
        AzureKeyVault: "cfa8b339-82a2-471a-a3c9-0fc0be7a4093",
        AzureStorage: "e406a681-f3d4-42a8-90b6-c2b029497af1",
      },
    }),
  },
};
