import { isAzureOwner, SecretOwnerType, secretOwner, secretOwners } from "@ringfence/core/secret-owners";
import { KeyCheck, Secret } from "../../src/ports";
import { type SimulatedAzure, simulatedAzure } from "./simulated-owner";

/** How one of each kind is made in Azure. */
const made: Partial<Record<SecretOwnerType, readonly [path: string, body: object][]>> = {
  [SecretOwnerType.AiAccount]: [
    [
      "Microsoft.CognitiveServices/accounts/ai?api-version=2025-06-01",
      { kind: "AIServices", sku: { name: "S0" }, properties: { customSubDomainName: "ai" } },
    ],
  ],
  [SecretOwnerType.SearchService]: [
    ["Microsoft.Search/searchServices/srch?api-version=2023-11-01", { sku: { name: "basic" }, properties: {} }],
  ],
  [SecretOwnerType.SearchQueryKeys]: [
    ["Microsoft.Search/searchServices/query?api-version=2023-11-01", { sku: { name: "basic" }, properties: {} }],
  ],
  [SecretOwnerType.StorageAccount]: [
    [
      "Microsoft.Storage/storageAccounts/store?api-version=2023-05-01",
      { kind: "StorageV2", sku: { name: "Standard_LRS" }, properties: {} },
    ],
  ],
  [SecretOwnerType.CosmosAccount]: [
    [
      "Microsoft.DocumentDB/databaseAccounts/cosmos?api-version=2024-11-15",
      {
        kind: "GlobalDocumentDB",
        properties: { databaseAccountOfferType: "Standard", locations: [{ locationName: "swedencentral" }] },
      },
    ],
  ],
  [SecretOwnerType.ServiceBusRule]: [
    [
      "Microsoft.ServiceBus/namespaces/contoso-bus?api-version=2021-11-01",
      { sku: { name: "Standard" }, properties: {} },
    ],
    [
      "Microsoft.ServiceBus/namespaces/contoso-bus/authorizationRules/send?api-version=2021-11-01",
      { properties: { rights: ["Send"] } },
    ],
  ],
  [SecretOwnerType.EventHubsRule]: [
    ["Microsoft.EventHub/namespaces/contoso-hub?api-version=2024-01-01", { sku: { name: "Standard" }, properties: {} }],
    [
      "Microsoft.EventHub/namespaces/contoso-hub/authorizationRules/send?api-version=2024-01-01",
      { properties: { rights: ["Send"] } },
    ],
  ],
  [SecretOwnerType.EventGridTopic]: [["Microsoft.EventGrid/topics/topic?api-version=2022-06-15", { properties: {} }]],
  [SecretOwnerType.ApiManagementSubscription]: [
    [
      "Microsoft.ApiManagement/service/apim?api-version=2022-08-01",
      {
        sku: { name: "Developer", capacity: 1 },
        properties: { publisherEmail: "a@contoso.example", publisherName: "Contoso" },
      },
    ],
    [
      "Microsoft.ApiManagement/service/apim/subscriptions/partner?api-version=2022-08-01",
      { properties: { displayName: "partner", scope: "/apis" } },
    ],
  ],
  [SecretOwnerType.ApiManagementNamedValues]: [
    [
      "Microsoft.ApiManagement/service/apim2?api-version=2022-08-01",
      {
        sku: { name: "Developer", capacity: 1 },
        properties: { publisherEmail: "a@contoso.example", publisherName: "Contoso" },
      },
    ],
    [
      "Microsoft.ApiManagement/service/apim2/namedValues/partner-1?api-version=2022-08-01",
      { properties: { displayName: "partner-1", secret: true, value: "first-value-of-the-pair" } },
    ],
  ],
  [SecretOwnerType.ApplicationInsightsKeys]: [
    [
      "Microsoft.Insights/components/insights?api-version=2020-02-02",
      { kind: "web", properties: { Application_Type: "web" } },
    ],
  ],
};

/** The id under which the owner goes, where it is not that of the resource made last. */
const named: Partial<Record<SecretOwnerType, (id: string) => string>> = {
  [SecretOwnerType.ApiManagementNamedValues]: (id) => id.replace(/-1$/, ""),
};

/** Owners whose keys are tried by reading them again: API Management without a probe. */
const triedInResourceManager: readonly SecretOwnerType[] = [
  SecretOwnerType.ApiManagementSubscription,
  SecretOwnerType.ApiManagementNamedValues,
];

let azure: SimulatedAzure;
beforeAll(async () => {
  azure = await simulatedAzure();
});
afterAll(() => azure.close());

async function ownerOf(type: SecretOwnerType) {
  let id = "";
  for (const [path, body] of made[type] ?? []) id = await azure.create(path, body);
  const name = named[type]?.(id) ?? id;
  if (triedInResourceManager.includes(type)) return azure.owner(type, name);
  const endpoint = `${azure.door.serviceEndpoint(id)}${type === SecretOwnerType.EventGridTopic ? "/api/events" : ""}`;
  return azure.owner(type, name, { endpoint });
}

test("every kind of owner in Azure is tried here", () => {
  expect(Object.keys(made).sort()).toEqual(
    secretOwners
      .filter(({ type }) => isAzureOwner(type))
      .map(({ type }) => type)
      .sort(),
  );
});

test.each(Object.keys(made) as SecretOwnerType[])(
  "%s: a renewed key differs, opens the service, and the one before it does not; with the rights of its row and no other",
  async (type) => {
    const owner = await ownerOf(type);
    const { slots, actions, showsKeys } = secretOwner(type);
    const [first, second] = slots;
    expect(owner.slots).toEqual(slots);
    const from = azure.door.calls.length;
    const before = await owner.keys();

    await owner.regenerate(second);
    const after = await owner.keys();
    const key = after.get(second);
    expect(key).toBeInstanceOf(Secret);
    expect(after.get(first)?.reveal()).toBe(before.get(first)?.reveal());
    expect(key?.reveal()).not.toBe(before.get(second)?.reveal());
    expect(await owner.check(key ?? new Secret(""))).toBe(KeyCheck.Works);

    await owner.regenerate(second);
    const last = (await owner.keys()).get(second);
    expect(last?.reveal()).not.toBe(key?.reveal());
    expect(await owner.check(key ?? new Secret(""))).toBe(KeyCheck.Refused);
    expect(await owner.check(last ?? new Secret(""))).toBe(KeyCheck.Works);
    if (!showsKeys) expect(await owner.holds?.(second, last ?? new Secret(""))).toBe(true);
    if (owner.clear) {
      await owner.clear(second);
      expect((await owner.keys()).has(second)).toBe(false);
      expect(await owner.check(last ?? new Secret(""))).toBe(KeyCheck.Refused);
    }

    const allowed = new Set(actions.map((action) => action.toLowerCase()));
    const taken = azure.door.calls
      .slice(from)
      .flatMap(({ action }) => (action === undefined ? [] : [action.toLowerCase()]));
    expect(taken.length).toBeGreaterThan(0);
    expect([...new Set(taken)].filter((action) => !allowed.has(action))).toEqual([]);
    expect(
      azure.door.calls.slice(from).filter(({ status, path }) => status === 403 && path.startsWith("/subscriptions")),
    ).toEqual([]);
  },
  30_000,
);
