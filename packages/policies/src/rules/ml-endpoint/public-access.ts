import { resourceRule } from "../../rule";

export const publicAccess = resourceRule({
  id: "ml-online-endpoint-no-public-access",
  title: "Online endpoints cannot be reached from the internet",
  covers: ["ml-online-endpoint-pna"],
  requirements: [],
  severity: "high",
  appliesTo: "machinelearningservices:OnlineEndpoint",
  holds: (endpoint) => endpoint.at("properties.publicNetworkAccess").is("Disabled"),
  fix: 'Set properties.publicNetworkAccess to "Disabled"; calls then come through the workspace\'s private endpoint.',
  why: "An endpoint is public unless told otherwise, whatever its workspace is.",
});
