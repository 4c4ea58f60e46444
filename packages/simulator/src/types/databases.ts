import { isObject, objectOf, type Properties, secret, textOf } from "../values";
import { accessKey } from "../world/access-keys";
import { stableKey } from "../world/identity";
import type { WorldResource } from "../world/resource";
import { kindsOf } from "./compute";
import { badRequest, conflict } from "./refusals";
import type { PutContext, TypeRow } from "./row";

const COSMOS = "Microsoft.DocumentDB/databaseAccounts";

/** Databases and caches. */
export const databases: readonly TypeRow[] = [
  {
    armType: COSMOS,
    name: {
      pattern: /^[a-z0-9]+(-[a-z0-9]+)*$/,
      minimum: 3,
      maximum: 50,
      code: "BadRequest",
      message: (name) =>
        `The DatabaseAccount name '${name}' is invalid: lower-case letters, digits and single hyphens, 3 to 50 characters.`,
      checkedByProvider: true,
    },
    globalName: { taken: (name) => badRequest("BadRequest", `DatabaseAccount name '${name}' already exists.`) },
    immutable: ["kind", "apiProperties"],
    adds: cosmosOutputs,
    actions: {
      listDatabaseAccountKeys: (account) => ({
        primaryMasterKey: secret(accessKey(account, "primary")),
        secondaryMasterKey: secret(accessKey(account, "secondary")),
        primaryReadonlyMasterKey: secret(accessKey(account, "primaryReadonly")),
        secondaryReadonlyMasterKey: secret(accessKey(account, "secondaryReadonly")),
      }),
      listDatabaseAccountConnectionStrings: (account) => ({ connectionStrings: cosmosConnectionStrings(account) }),
    },
  },
  ...["sqlDatabases", "mongodbDatabases", "gremlinDatabases", "cassandraKeyspaces", "tables"].map((type) =>
    cosmosChild(type),
  ),
  ...[
    "sqlDatabases/containers",
    "mongodbDatabases/collections",
    "gremlinDatabases/graphs",
    "cassandraKeyspaces/tables",
  ].map((type) => cosmosChild(type)),
  { armType: `${COSMOS}/sqlRoleAssignments` },
  { armType: `${COSMOS}/sqlRoleDefinitions`, adds: ({ inputs }) => ({ roleName: textOf(inputs.roleName) ?? "" }) },
  {
    armType: "Microsoft.DocumentDB/mongoClusters",
    writeOnly: ["administrator.password", "properties.administrator.password"],
    adds: ({ name }) => ({
      properties: {
        connectionString: `mongodb+srv://<user>:<password>@${name.toLowerCase()}.global.mongocluster.cosmos.azure.com/`,
        provisioningState: "Succeeded",
        clusterStatus: "Ready",
        privateEndpointConnections: [],
      },
    }),
  },
  {
    armType: "Microsoft.Sql/servers",
    globalName: {
      taken: (name) => conflict("NameAlreadyExists", `The name '${name}' already exists. Choose a different name.`),
    },
    immutable: ["administratorLogin"],
    writeOnly: ["administratorLoginPassword"],
    refuses: ({ inputs }) =>
      passwordRefusal(textOf(inputs.administratorLogin), textOf(inputs.administratorLoginPassword)),
    adds: ({ name }) => ({
      fullyQualifiedDomainName: `${name.toLowerCase()}.database.windows.net`,
      state: "Ready",
      version: "12.0",
      kind: "v12.0",
      publicNetworkAccess: "Enabled",
      minimalTlsVersion: "1.2",
      restrictOutboundNetworkAccess: "Disabled",
      privateEndpointConnections: [],
      externalGovernanceStatus: "Disabled",
    }),
  },
  {
    armType: "Microsoft.Sql/servers/databases",
    immutable: ["collation", "createMode", "sampleName", "sourceDatabaseId"],
    writeOnly: ["administratorLoginPassword", "storageKey"],
    adds: ({ inputs, uuid, world }) => {
      const sku = { name: "GP_Gen5", tier: "GeneralPurpose", family: "Gen5", capacity: 2 };
      return {
        databaseId: uuid("database"),
        status: "Online",
        creationDate: world.clock.iso(),
        collation: "SQL_Latin1_General_CP1_CI_AS",
        maxSizeBytes: 34359738368,
        kind: "v12.0,user,vcore",
        currentServiceObjectiveName: textOf(objectOf(inputs.sku).name) ?? sku.name,
        requestedServiceObjectiveName: textOf(objectOf(inputs.sku).name) ?? sku.name,
        currentSku: inputs.sku ?? sku,
        ...(inputs.sku === undefined ? { sku } : {}),
        zoneRedundant: false,
        readScale: "Disabled",
        requestedBackupStorageRedundancy: "Geo",
        currentBackupStorageRedundancy: "Geo",
        isInfraEncryptionEnabled: false,
        isLedgerOn: false,
      };
    },
  },
  ...[
    "firewallRules",
    "virtualNetworkRules",
    "administrators",
    "elasticPools",
    "azureADOnlyAuthentications",
    "failoverGroups",
    "auditingSettings",
    "securityAlertPolicies",
  ].map((type): TypeRow => ({ armType: `Microsoft.Sql/servers/${type}` })),
  flexible("Microsoft.DBforPostgreSQL/flexibleServers", "postgres.database.azure.com"),
  flexible("Microsoft.DBforMySQL/flexibleServers", "mysql.database.azure.com"),
  flexible("Microsoft.DBforPostgreSQL/servers", "postgres.database.azure.com"),
  flexible("Microsoft.DBforMySQL/servers", "mysql.database.azure.com"),
  flexible("Microsoft.DBforMariaDB/servers", "mariadb.database.azure.com"),
  ...[
    "flexibleServers/databases",
    "flexibleServers/firewallRules",
    "flexibleServers/configurations",
    "flexibleServers/administrators",
    "servers/databases",
    "servers/firewallRules",
    "servers/configurations",
  ].flatMap((type): TypeRow[] => [
    { armType: `Microsoft.DBforPostgreSQL/${type}` },
    { armType: `Microsoft.DBforMySQL/${type}` },
  ]),
  {
    armType: "Microsoft.Cache/redis",
    globalName: {
      taken: (name) =>
        conflict(
          "NameNotAvailable",
          `An error occurred when trying to reserve the DNS name for the cache: the name '${name}' is not available.`,
        ),
    },
    immutable: ["subnetId", "staticIP", "zones"],
    sensitive: ["accessKeys"],
    adds: ({ name, key }) => ({
      hostName: `${name.toLowerCase()}.redis.cache.windows.net`,
      port: 6379,
      sslPort: 6380,
      redisVersion: "6.0",
      enableNonSslPort: false,
      publicNetworkAccess: "Enabled",
      accessKeys: { primaryKey: key("primary", 32), secondaryKey: key("secondary", 32) },
      instances: [],
      linkedServers: [],
      privateEndpointConnections: [],
    }),
    actions: {
      listRedisKeys: (cache) => {
        const keys = objectOf(cache.properties.accessKeys);
        return { primaryKey: secret(keys.primaryKey ?? ""), secondaryKey: secret(keys.secondaryKey ?? "") };
      },
    },
  },
  {
    armType: "Microsoft.Cache/redisEnterprise",
    adds: ({ name, location }) => ({
      hostName: `${name.toLowerCase()}.${location}.redis.azure.net`,
      redisVersion: "7.4",
      resourceState: "Running",
      privateEndpointConnections: [],
    }),
  },
  {
    armType: "Microsoft.Cache/redisEnterprise/databases",
    adds: () => ({ port: 10000, resourceState: "Running", clientProtocol: "Encrypted" }),
    actions: {
      listDatabaseKeys: (database) => ({
        primaryKey: secret(stableKey(32, database.id.toLowerCase(), "primary")),
        secondaryKey: secret(stableKey(32, database.id.toLowerCase(), "secondary")),
      }),
    },
  },
];

function cosmosOutputs({ name, inputs, uuid, existing, world }: PutContext): Properties {
  const host = `${name.toLowerCase()}.documents.azure.com:443/`;
  const asked = Array.isArray(inputs.locations) ? inputs.locations.filter(isObject) : [];
  const locations = asked.map((each) => {
    const region = (textOf(each.locationName) ?? "").toLowerCase().replaceAll(" ", "");
    return {
      id: `${name.toLowerCase()}-${region}`,
      locationName: textOf(each.locationName) ?? "",
      documentEndpoint: `https://${name.toLowerCase()}-${region}.documents.azure.com:443/`,
      provisioningState: "Succeeded",
      failoverPriority: each.failoverPriority ?? 0,
      isZoneRedundant: each.isZoneRedundant ?? false,
    };
  });
  const generated = existing?.createdAt ?? world.clock.iso();
  return {
    documentEndpoint: `https://${host}`,
    instanceId: uuid("instance"),
    kind: "GlobalDocumentDB",
    locations,
    readLocations: locations,
    writeLocations: inputs.enableMultipleWriteLocations === true ? locations : locations.slice(0, 1),
    failoverPolicies: locations.map(({ id, locationName, failoverPriority }) => ({
      id,
      locationName,
      failoverPriority,
    })),
    consistencyPolicy: { defaultConsistencyLevel: "Session", maxIntervalInSeconds: 5, maxStalenessPrefix: 100 },
    publicNetworkAccess: "Enabled",
    disableLocalAuth: false,
    isVirtualNetworkFilterEnabled: false,
    ipRules: [],
    virtualNetworkRules: [],
    capabilities: [],
    cors: [],
    privateEndpointConnections: [],
    minimalTlsVersion: "Tls12",
    keysMetadata: Object.fromEntries(
      ["primaryMasterKey", "secondaryMasterKey", "primaryReadonlyMasterKey", "secondaryReadonlyMasterKey"].map(
        (key) => [key, { generationTime: generated }],
      ),
    ),
  };
}

function cosmosChild(type: string): TypeRow {
  return {
    armType: `${COSMOS}/${type}`,
    adds: ({ name, uuid, world }) => ({
      resource: {
        rid: Buffer.from(uuid("rid").slice(0, 6)).toString("base64"),
        ts: Math.floor(world.clock.now().getTime() / 1000),
        etag: `"${uuid("etag")}"`,
        id: name,
      },
    }),
  };
}

function cosmosConnectionStrings(account: WorldResource): Properties[] {
  const name = account.id.split("/").at(-1) ?? "";
  const isMongo = account.properties.kind === "MongoDB";
  return (["primary", "secondary"] as const).map((which) => {
    const key = accessKey(account, which);
    const text = isMongo
      ? `mongodb://${name}:${encodeURIComponent(key)}@${name}.mongo.cosmos.azure.com:10255/?ssl=true&replicaSet=globaldb&retrywrites=false&maxIdleTimeMS=120000&appName=@${name}@`
      : `AccountEndpoint=${textOf(account.properties.documentEndpoint) ?? ""};AccountKey=${key};`;
    const title = `${which === "primary" ? "Primary" : "Secondary"} ${isMongo ? "MongoDB" : "SQL"} Connection String`;
    return {
      connectionString: secret(text),
      description: title,
      keyKind: which === "primary" ? "Primary" : "Secondary",
      type: isMongo ? "MongoDB" : "Sql",
    };
  });
}

function flexible(armType: string, host: string): TypeRow {
  return {
    armType,
    immutable: ["administratorLogin", "network.delegatedSubnetResourceId", "createMode"],
    writeOnly: ["administratorLoginPassword", "properties.administratorLoginPassword"],
    globalName: {
      namespace: host,
      taken: (name) => conflict("ServerNameAlreadyExists", `Specified server name is already used: ${name}.`),
    },
    refuses: ({ inputs }) =>
      passwordRefusal(textOf(inputs.administratorLogin), textOf(inputs.administratorLoginPassword)),
    adds: ({ name }) => ({
      fullyQualifiedDomainName: `${name.toLowerCase()}.${host}`,
      ...(armType.endsWith("/flexibleServers") ? { state: "Ready" } : { userVisibleState: "Ready" }),
      replicaCapacity: 0,
      privateEndpointConnections: [],
    }),
  };
}

/** SQL, PostgreSQL and MySQL want 8 to 128 characters of three kinds, and not the login's name. */
function passwordRefusal(login: string | undefined, password: string | undefined) {
  if (password === undefined) return undefined;
  const tooPlain = kindsOf(password) < 3;
  const hasLogin = login !== undefined && login.length > 2 && password.toLowerCase().includes(login.toLowerCase());
  if (password.length >= 8 && password.length <= 128 && !tooPlain && !hasLogin) return undefined;
  return badRequest(
    "PasswordNotComplex",
    "Password validation failed. The password does not meet policy requirements because it is not complex enough.",
  );
}
