import { childrenBy } from "../links";

const DEPLOYMENT = "cognitiveservices:Deployment";

/** Deployments by name: what the program or Azure says, else the resource's own, which azure-native takes for children. */
export const deploymentsByName = childrenBy(DEPLOYMENT, (deployment) => {
  const said = [deployment.at("deploymentName"), deployment.at("name")].flatMap(({ text }) => text ?? []);
  return said.length > 0 ? said : [deployment.name];
});

/** Deployments by the model that they run. */
export const deploymentsByModel = childrenBy(DEPLOYMENT, (deployment) => [
  deployment.asked.at("properties.model.name").text,
]);
