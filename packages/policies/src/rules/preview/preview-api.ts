import { isPreviewVersion } from "../../azure-types";
import { previewDefaults, previewOnly } from "../../azure-types/preview-defaults.generated";
import { allOf, fails, holds, type Judgement, type Resource, resourceRule } from "../../rule";
import { previewFix, wherePreviewsAreKeptOut } from "./isolation";

export const previewApi = resourceRule({
  id: "no-preview-api",
  title: "Resources are managed through stable API versions",
  covers: ["preview-api-in-prod"],
  requirements: ["OE-R11"],
  severity: "high",
  aboutPreviews: true,
  appliesTo: "azure-native:*",
  config: {
    allowedApiVersions: {
      type: "array",
      items: { type: "string" },
      default: [],
      description:
        "Preview API versions to leave alone, as module:Name@version: the defaults of a newer azure-native than the table knows",
    },
  },
  holds: (resource, context) =>
    wherePreviewsAreKeptOut(resource, context, () => {
      const azure = resource.azure;
      if (azure === undefined) return holds;
      const isAllowed = (version: string) =>
        isNotTheUsersChoice(azure.type, version, context.config.allowedApiVersions);
      return allOf(
        judgeVersion(azure.apiVersion, "azureApiVersion", isAllowed),
        ...namedVersions(resource, azure.type).map((version) =>
          version.judge(() => judgeVersion(version.text, version.path, isAllowed)),
        ),
      );
    }),
  fix: `Take the stable API version (in most cases the resource of @pulumi/azure-native itself), ${previewFix}`,
  why: "Azure may change or withdraw a preview API without notice, and gives no support for what was made with it.",
});

/** The inputs that name an API version: the one that azure-native fills in, and that of a generic resource. */
function namedVersions(resource: Resource, type: string) {
  const filledIn = resource.at("azureApiVersion");
  return type === "resources:Resource" ? [filledIn, resource.at("apiVersion")] : [filledIn];
}

function judgeVersion(version: string | undefined, path: string, isAllowed: (version: string) => boolean): Judgement {
  if (version === undefined || !isPreviewVersion(version) || isAllowed(version)) return holds;
  return fails(path, "a preview API version, although the type has a stable one");
}

/** The provider's own default, or a type that has no stable API version at all. */
function isNotTheUsersChoice(type: string, version: string, allowed: readonly string[]): boolean {
  const given = version.toLowerCase();
  return previewDefaults[type] === given || type in previewOnly || allowed.includes(`${type}@${version}`);
}
