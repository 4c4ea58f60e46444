import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  ConfigurationRefused,
  configurationFile,
  mustHave,
  readConfiguration,
  settings,
} from "../../src/configuration";

const secret = {
  name: "search-admin",
  owner: "/subscriptions/1/x",
  ownerType: "Microsoft.Search/searchServices",
  maximumAgeDays: 45,
  overlapHours: 24,
};

function problemsOf(read: () => unknown): Record<string, string> {
  try {
    read();
  } catch (error) {
    if (!(error instanceof ConfigurationRefused)) throw error;
    return Object.fromEntries(error.problems.map(({ path, problem }) => [path, problem]));
  }
  return {};
}

test("the environment that SecretRotation gives is read as it is", () => {
  const environment = {
    RINGFENCE_RING: "prod",
    RINGFENCE_KEY_VAULT_URI: "https://kv-claims-ab3de.vault.azure.net/",
    RINGFENCE_MAXIMUM_AGE_DAYS: "60",
    RINGFENCE_SECRETS: JSON.stringify([secret]),
    RINGFENCE_STORAGE_ACCOUNT: "stclaimsrotab3de",
    RINGFENCE_JOURNAL_TABLE: "journal",
    RINGFENCE_AUDIT_CONTAINER: "audit",
    RINGFENCE_EVENTS_QUEUE: "expiry-events",
    RINGFENCE_POISON_QUEUE: "expiry-events-poison",
    RINGFENCE_UNDELIVERED_CONTAINER: "undelivered-events",
    APPLICATIONINSIGHTS_CONNECTION_STRING: "InstrumentationKey=1;IngestionEndpoint=https://x/",
    AZURE_CLIENT_ID: "11111111-1111-1111-1111-111111111111",
    PATH: "/usr/bin",
  };
  expect(readConfiguration({ environment }, ["secrets", "keyVaultUri", "maximumAgeDays"])).toMatchObject({
    ring: "prod",
    keyVaultUri: "https://kv-claims-ab3de.vault.azure.net",
    maximumAgeDays: 60,
    secrets: [secret],
    journalTable: "journal",
  });
});

test("every mistake is said at once, with its path, what was given and what is allowed", () => {
  const environment = {
    RINGFENCE_RING: "production",
    RINGFENCE_KEY_VAULT_URI: "http://kv",
    RINGFENCE_MAXIMUM_AGE_DAYS: "91",
    RINGFENCE_SECRETS: JSON.stringify([secret, { ...secret, ownerType: "Search", overlapHours: 0 }, 7]),
    RINGFENCE_JOURNAL_TABLE: "my-journal",
    RINGFENCE_LEVELS: "{",
  };
  const problems = problemsOf(() => readConfiguration({ environment }, ["storageAccount", "ring"]));
  expect(problems).toEqual({
    RINGFENCE_RING: '"production" is not one of sandbox, dev, test, prod',
    RINGFENCE_KEY_VAULT_URI:
      '"http://kv" is not an address that begins with https:// and has no query, for example https://kv-claims.vault.azure.net',
    RINGFENCE_MAXIMUM_AGE_DAYS: '"91" is not a whole number from 1 to 90',
    "RINGFENCE_SECRETS[1].ownerType": expect.stringContaining('"Search" is not one of Microsoft.'),
    "RINGFENCE_SECRETS[1].overlapHours": "0 is not a whole number from 1 to 168",
    "RINGFENCE_SECRETS[2]": "7 is not an object",
    RINGFENCE_JOURNAL_TABLE: '"my-journal" is not 3 to 63 letters and digits, a letter first',
    RINGFENCE_LEVELS: expect.stringContaining("not JSON"),
    RINGFENCE_STORAGE_ACCOUNT:
      "missing; the name of the storage account with journal, audit and queues; set the variable, or storageAccount in the file of --config",
  });
});

describe("a file of settings", () => {
  const folder = mkdtempSync(join(tmpdir(), "settings-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const fileOf = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };

  test("in YAML or JSON; the environment goes before it", () => {
    const yaml = fileOf("a.yaml", `ring: dev\nmaximumAgeDays: 30\nsecrets:\n  - ${JSON.stringify(secret)}\n`);
    const environment = { RINGFENCE_RING: "test", RINGFENCE_STORAGE_ACCOUNT: "" };
    expect(readConfiguration({ environment, file: configurationFile(yaml) }, ["ring"])).toEqual({
      ring: "test",
      maximumAgeDays: 30,
      secrets: [secret],
    });
    const json = fileOf("a.json", JSON.stringify({ ring: "dev" }));
    expect(readConfiguration({ environment: {}, file: configurationFile(json) })).toEqual({ ring: "dev" });
    expect(readConfiguration({ environment: {}, file: configurationFile(fileOf("empty.yaml", "")) })).toEqual({});
  });

  test("its mistakes have its path; a setting that nobody knows is one", () => {
    const path = fileOf("b.yaml", "ring: 1\nsecrets: none\nmaxAge: 3\n");
    expect(problemsOf(() => readConfiguration({ environment: {}, file: configurationFile(path) }))).toEqual({
      [`${path}: ring`]: "1 is not one of sandbox, dev, test, prod",
      [`${path}: secrets`]: '"none" is not a list',
      [`${path}: maxAge`]: expect.stringMatching(/^no such setting; one of ring, keyVaultUri, /),
    });
  });

  test.each([
    ["missing.yaml", undefined, "no such file; --config names a file of settings"],
    ["list.yaml", "- ring", "not a map of settings, as `ring: prod` is one"],
    ["twice.yaml", "ring: dev\nring: prod", expect.stringContaining("Map keys must be unique")],
  ])("%s cannot be used", (name, text, problem) => {
    const path = text === undefined ? join(folder, name) : fileOf(name, text);
    expect(problemsOf(() => configurationFile(path))).toEqual({ [path]: problem });
  });
});

test("what a port needs and is not there is said as at the start", () => {
  const configuration = readConfiguration({ environment: { RINGFENCE_RING: "dev" } });
  expect(mustHave(configuration, ["ring"])).toBe(configuration);
  expect(Object.keys(problemsOf(() => mustHave(configuration, ["keyVaultUri", "ring"])))).toEqual([
    "RINGFENCE_KEY_VAULT_URI",
  ]);
});

test("every setting has a variable of its own", () => {
  const variables = Object.values(settings).map(({ variable }) => variable);
  expect(new Set(variables).size).toBe(variables.length);
});
