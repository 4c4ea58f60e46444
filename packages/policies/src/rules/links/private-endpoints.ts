import {
  allOf,
  anyReference,
  fails,
  type Judgement,
  type ReferencePlace,
  type References,
  type Resource,
  references,
  type Stack,
  type StackResource,
} from "../../rule";

/** The two lists of connections: approved at once, and after somebody's approval. */
const places = (["privateLinkServiceConnections", "manualPrivateLinkServiceConnections"] as const).map(
  (property): ReferencePlace => ({
    type: "network:PrivateEndpoint",
    property,
    ids: (endpoint) =>
      endpoint
        .at(property)
        .items()
        .map((connection) => connection.at("privateLinkServiceId")),
  }),
);
const lookUps = places.map((place) => ({ property: place.property, find: references(place) }));

/** The private endpoints that lead to a resource. */
export function privateEndpointsOf(stack: Stack, resource: StackResource): References {
  const found = lookUps.map(({ find }) => find(stack, resource));
  return {
    resources: [...new Set(found.flatMap(({ resources }) => resources))],
    unknown: found.flatMap(({ unknown }) => unknown),
  };
}

/** Whether a private endpoint leads to this service of a resource: `account`, `vault`, `searchService`, `amlworkspace`. */
export function hasPrivateEndpoint(resource: StackResource, stack: Stack, groupId: string): Judgement {
  return anyReference(
    privateEndpointsOf(stack, resource),
    ({ asked }) => leadsTo(asked, groupId),
    fails("", `has no private endpoint with the groupId ${groupId}`),
  );
}

function leadsTo(endpoint: Resource, groupId: string): Judgement {
  const lists = lookUps.map(({ property }) =>
    endpoint
      .at(property)
      .some("needs a connection", (connection) =>
        connection.at("groupIds").some(`needs ${groupId}`, (group) => group.is(groupId)),
      ),
  );
  return lists.find(({ is }) => is === "holds") ?? lists.find(({ is }) => is === "unknown") ?? allOf(...lists);
}
