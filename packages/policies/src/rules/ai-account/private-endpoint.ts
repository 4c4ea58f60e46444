import { holds, stackRule, unknown } from "../../rule";
import { hasPrivateEndpoint } from "../links";

export const privateEndpoint = stackRule({
  id: "ai-account-private-endpoint",
  title: "AI accounts without public access have a private endpoint",
  covers: ["AzurePolicy-d6759c02-private-endpoint"],
  requirements: [],
  severity: "medium",
  appliesTo: "cognitiveservices:Account",
  holds: (account, { stack }) => {
    const closed = account.asked.at("properties.publicNetworkAccess").is("Disabled");
    if (closed.is === "fails") return holds;
    const reached = hasPrivateEndpoint(account, stack, "account");
    return closed.is === "unknown" && reached.is === "fails" ? unknown(...closed.paths) : reached;
  },
  fix: "Add a network.PrivateEndpoint for it with the groupId account.",
  why: "An account with neither a public nor a private way in answers nobody. Found when everything exists.",
});
