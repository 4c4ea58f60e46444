import { SecretOwnerType } from "@ringfence/core/secret-owners";
import type { KeyOwner } from "../ports";
import type { MakeOwner, OwnerParts } from "./owner-parts";

/** A file of this folder; it and the client that it imports are loaded when a secret has such an owner. */
interface OwnerModule {
  readonly makeOwner: MakeOwner;
}

/** Where each kind of owner is kept. A new kind is a row in core, a file here and a line in this table. */
const modules: Readonly<Record<SecretOwnerType, () => OwnerModule>> = {
  [SecretOwnerType.AiAccount]: () => require("./ai-account") as OwnerModule,
  [SecretOwnerType.SearchService]: () => require("./search-service") as OwnerModule,
  [SecretOwnerType.SearchQueryKeys]: () => require("./search-query-keys") as OwnerModule,
  [SecretOwnerType.StorageAccount]: () => require("./storage-account") as OwnerModule,
  [SecretOwnerType.CosmosAccount]: () => require("./cosmos-account") as OwnerModule,
  [SecretOwnerType.ServiceBusRule]: () => require("./service-bus-rule") as OwnerModule,
  [SecretOwnerType.EventHubsRule]: () => require("./event-hubs-rule") as OwnerModule,
  [SecretOwnerType.EventGridTopic]: () => require("./event-grid-topic") as OwnerModule,
  [SecretOwnerType.ApiManagementSubscription]: () => require("./api-management-subscription") as OwnerModule,
  [SecretOwnerType.ApiManagementNamedValues]: () => require("./api-management-named-values") as OwnerModule,
  [SecretOwnerType.ApplicationInsightsKeys]: () => require("./application-insights-keys") as OwnerModule,
  [SecretOwnerType.ApplicationClientSecret]: () => require("./application-client-secret") as OwnerModule,
  [SecretOwnerType.ApplicationCertificate]: () => require("./application-certificate") as OwnerModule,
  [SecretOwnerType.HttpService]: () => require("./http-service") as OwnerModule,
};

/** The owner of a secret's key, ready to be asked. */
export function keyOwner(parts: OwnerParts): KeyOwner {
  return modules[parts.secret.ownerType]().makeOwner(parts);
}
