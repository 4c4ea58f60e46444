import { allOf, notApplicable, resourceRule } from "../../rule";

export const pinnedVersion = resourceRule({
  id: "deployment-pinned-version",
  title: "Production deployments name their model version and do not follow Azure's default",
  covers: ["model-version-pinned-in-prod"],
  requirements: ["OE-R5"],
  severity: "medium",
  appliesTo: "cognitiveservices:Deployment",
  holds: (deployment, { ringOf }) => {
    const ring = ringOf(deployment);
    if (!ring.pinsModelVersions) return notApplicable(`${ring.name} does not pin model versions`);
    const upgrade = deployment.at("properties.versionUpgradeOption");
    return allOf(
      deployment.at("properties.model.version").exists(),
      upgrade.exists(),
      upgrade.isNot("OnceNewDefaultVersionAvailable"),
    );
  },
  fix: "Set properties.model.version, and properties.versionUpgradeOption to OnceCurrentVersionExpired or NoAutoUpgrade.",
  why: "Azure would change the model on a day of its own choice, past every evaluation and canary.",
});
