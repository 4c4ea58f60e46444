import { fails, holds, type Judgement, type Resource, resourceRule, type Value } from "../../rule";
import { everyOperation } from "./operations";

/** The tenant, a management group or a whole subscription. */
const WIDE = /^\/?$|^\/subscriptions\/[^/]+\/?$|^\/providers\/Microsoft\.Management\/managementGroups\/[^/]+\/?$/i;

export const customOwner = resourceRule({
  id: "no-custom-owner-role",
  title: "No custom role is another Owner of a subscription",
  covers: ["CKV_AZURE_39"],
  requirements: [],
  severity: "critical",
  appliesTo: "authorization:RoleDefinition",
  holds: (role) => {
    const limited = isLimited(role);
    const named = everyOperation(role, "actions", (action) =>
      action.judge((given) =>
        typeof given === "string" && given.trim() === "*"
          ? fails(action.path, "allows everything, in a subscription or above")
          : holds,
      ),
    );
    if (limited.is === "holds" || named.is === "holds") return holds;
    return limited.is === "unknown" ? limited : named;
  },
  fix: "List the operations that the role is for; let the few who need everything become Owner for a few hours.",
  why: "A second Owner under another name is missed by every review that looks for Owners.",
});

/** Whether the role can be assigned in resource groups and to resources only; one without scopes is not limited. */
function isLimited(role: Resource): Judgement {
  const scopes = role.at("assignableScopes");
  const listed = scopes.items();
  if (!scopes.isUnknown && listed.length === 0) return isNarrow(role.at("scope"));
  return scopes.every(isNarrow);
}

function isNarrow(scope: Value): Judgement {
  return scope.judge((given) =>
    typeof given === "string" && !WIDE.test(given.trim()) ? holds : fails(scope.path, "a subscription or above"),
  );
}
