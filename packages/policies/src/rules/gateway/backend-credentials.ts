import { anyOf, fails, resourceRule } from "../../rule";

export const backendCredentials = resourceRule({
  id: "gateway-backend-credentials",
  title: "The gateway signs in at its backends",
  covers: ["AzurePolicy-c15dcc82-apim-backend-auth"],
  requirements: [],
  severity: "high",
  appliesTo: "apimanagement:Backend",
  holds: (backend) => {
    const credentials = backend.at("credentials");
    const judgement = anyOf(
      ...["certificate", "certificateIds", "header", "query"].map((kind) => credentials.at(kind).isNotEmpty()),
      credentials.at("authorization.scheme").exists(),
      backend.at("protocol").is("soap"),
      backend.at("type").is("Pool"),
      backend.at("properties.serviceFabricCluster").isNotEmpty(),
    );
    return judgement.is === "fails"
      ? fails(credentials.path, "must hold a certificate, an authorization, a header or a query")
      : judgement;
  },
  fix: "Give credentials a certificate or an authorization; waive the rule where a policy signs in with the gateway's managed identity.",
  why: "A backend that the gateway calls without credentials is one that everybody on the network can call past the gateway's limits.",
});
