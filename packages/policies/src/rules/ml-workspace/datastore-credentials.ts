import { resourceRule } from "../../rule";

export const datastoreCredentials = resourceRule({
  id: "ml-datastore-no-credentials",
  title: "Datastores hold no keys: the caller's identity is asked",
  covers: ["cnspec-ml-datastore-managed-identity"],
  requirements: ["OE-R8"],
  severity: "high",
  appliesTo: "machinelearningservices:Datastore",
  holds: (datastore) => datastore.at("properties.credentials.credentialsType").is("None"),
  fix: 'Set properties.credentials.credentialsType to "None" and give the workspace and its users a data role on the storage account.',
  why: "An account key in a datastore hands the whole storage account to everybody who may use the workspace.",
});
