import {
  anyReference,
  fails,
  holds,
  type Judgement,
  type StackResource,
  stackRule,
  unknown,
  type Value,
} from "../../rule";
import { privateEndpointsOf } from "../links";

const STATUS = "privateLinkServiceConnectionState.status";

export const privateEndpoint = stackRule({
  id: "key-vault-private-endpoint",
  title: "Key vaults are reached through an approved private endpoint",
  covers: ["AzurePolicy-a6abeaec-kv-private-endpoint"],
  requirements: ["OE-R8"],
  severity: "medium",
  appliesTo: "keyvault:Vault",
  holds: (vault, { stack }) => {
    const answered = vault.output("properties.privateEndpointConnections").items();
    if (answered.some((connection) => connection.at(STATUS).is("Approved").is === "holds")) return holds;
    const none = fails("", "has no approved private endpoint");
    return anyReference(privateEndpointsOf(stack, vault), (endpoint) => isApproved(endpoint, vault), none);
  },
  fix: "Add a network.PrivateEndpoint for the vault with the groupId vault; have a manual connection approved.",
  why: "Without one the vault is reached over its public name, or by nobody. Found when everything exists.",
});

function isApproved(endpoint: StackResource, vault: StackResource): Judgement {
  const automatic = to(vault, endpoint.at("privateLinkServiceConnections"));
  const manual = to(vault, endpoint.at("manualPrivateLinkServiceConnections"));
  const refused = fails("", "is not approved");
  // Azure creates an automatic connection only if it may approve it; somebody may reject it later.
  const approvals = [
    ...automatic.map((connection) => (isKnown(connection.at(STATUS)) ? connection.at(STATUS).is("Approved") : holds)),
    ...manual.map((connection) => connection.at(STATUS).is("Approved")),
  ];
  if (approvals.some(({ is }) => is === "holds")) return holds;
  const paths = approvals.flatMap((judgement) => (judgement.is === "unknown" ? judgement.paths : []));
  return paths.length > 0 ? unknown(...paths) : refused;
}

/** The connections to the vault; those to nobody yet known belong to it as well, for the endpoint was made from it. */
function to(vault: StackResource, connections: Value): Value[] {
  const id = vault.at("id").text?.toLowerCase();
  return connections.items().filter((connection) => {
    const given = connection.at("privateLinkServiceId").text?.toLowerCase();
    return given === undefined || id === undefined || given === id;
  });
}

function isKnown(value: Value): boolean {
  return !value.isUnknown && !value.isAbsent;
}
