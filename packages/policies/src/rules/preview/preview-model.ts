import { isPreview, lifecyclesOf, snapshotDate } from "@ringfence/core/models";
import { allOf, fails, holds, type Judgement, resourceRule, type Value } from "../../rule";
import { previewFix, wherePreviewsAreKeptOut } from "./isolation";

/** How publishers mark previews in names and versions: `gpt-4-turbo-preview`, `1106-preview`, `gemini-exp-1206`. */
const MARKED = /(^|[^a-z])(preview|experimental|exp|beta|alpha)([^a-z]|$)/i;

export const previewModel = resourceRule({
  id: "no-preview-models",
  title: "Deployed models and model versions are generally available",
  covers: ["model-preview-in-prod"],
  requirements: ["OE-R11"],
  severity: "high",
  aboutPreviews: true,
  appliesTo: "cognitiveservices:Deployment",
  holds: (deployment, context) =>
    wherePreviewsAreKeptOut(deployment, context, () => {
      const name = deployment.at("properties.model.name");
      const version = deployment.at("properties.model.version");
      return allOf(name.exists(), unmarked(name), unmarked(version), available(name, version));
    }),
  fix: `Deploy a generally available version of the model, ${previewFix}`,
  why: "A preview model is replaced at short notice (30 days), and its answers change with it.",
});

/** By the retirement schedule, which also has the stage of each version. A model that it does not have is let pass. */
function available(name: Value, version: Value): Judgement {
  return name.judge(() =>
    version.judge(() => {
      const stages = lifecyclesOf(name.text ?? "");
      const preview =
        version.text === undefined
          ? stages.length > 0 && stages.every(({ stage }) => stage === "Preview")
          : isPreview(name.text ?? "", version.text);
      if (!preview) return holds;
      const { path } = version.text === undefined ? name : version;
      return fails(path, `a preview by Microsoft's retirement schedule as of ${snapshotDate}`);
    }),
  );
}

function unmarked(value: Value): Judgement {
  return value.judge((given) =>
    typeof given === "string" && MARKED.test(given) ? fails(value.path, "names a preview") : holds,
  );
}
