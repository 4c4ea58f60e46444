import type { SecretOwnerRow } from "./owner-row";
import { SecretOwnerType } from "./owner-type";

const ownedApplications =
  "the Graph application permission Application.ReadWrite.OwnedBy, and the jobs' identity an owner of the application";

/** The owners that are no resources in Azure Resource Manager: its roles do not reach them. */
export const otherOwners: readonly SecretOwnerRow[] = [
  {
    type: SecretOwnerType.ApplicationClientSecret,
    title: "Entra application, client secret",
    identifiedBy: "the application's address in Graph: `https://graph.microsoft.com/v1.0/applications/<object id>`",
    slots: ["ringfence-1", "ringfence-2"],
    publishes: "the client secret",
    actions: [],
    otherwise: ownedApplications,
    showsKeys: false,
    tried: "asks Entra for a token with it",
    source: "learn.microsoft.com graph/api/application-addpassword",
  },
  {
    type: SecretOwnerType.ApplicationCertificate,
    title: "Entra application, certificate",
    identifiedBy: "the application's address in Graph: `https://graph.microsoft.com/v1.0/applications/<object id>`",
    slots: ["ringfence-1", "ringfence-2"],
    publishes: "the certificate with its private key, as PEM",
    actions: [],
    otherwise: ownedApplications,
    showsKeys: false,
    tried: "asks Entra for a token signed with it",
    source: "learn.microsoft.com graph/api/resources/keycredential",
  },
  {
    type: SecretOwnerType.HttpService,
    title: "A service of one's own with two keys",
    identifiedBy: "the address at which it answers the two-slot protocol: `https://billing.contoso.example/keys`",
    slots: ["1", "2"],
    publishes: "the key",
    actions: [],
    otherwise: "whatever the service asks of a caller with a token of the jobs' identity",
    showsKeys: true,
    tried: "asks the service at `check`",
    source: "docs/rotation.md",
  },
];
