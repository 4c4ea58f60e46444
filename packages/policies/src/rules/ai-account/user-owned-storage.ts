import { fails, holds, stackRule, unknown } from "../../rule";
import { capability } from "./capability";

export const userOwnedStorage = stackRule({
  id: "ai-account-user-owned-storage",
  title: "AI accounts that can keep data in a storage account of yours do",
  covers: ["AzurePolicy-46aa9b05-user-owned-storage"],
  requirements: [],
  severity: "medium",
  appliesTo: "cognitiveservices:Account",
  holds: (account) => {
    const storage = account.at("properties.userOwnedStorage").isNotEmpty();
    if (storage.is === "holds") return holds;
    const { value, unknownAt } = capability(account, "CustomerManagedStorage");
    if (unknownAt !== undefined) return unknown(unknownAt);
    if (value === undefined || value === "false") return holds;
    return storage.is === "unknown" ? storage : fails("properties.userOwnedStorage", "must name a storage account");
  },
  fix: "Name a storage account in properties.userOwnedStorage; Azure takes it at creation only.",
  why: "Data in Microsoft's storage follows Microsoft's rules for keys, logs and deletion. Azure says which accounts have the choice once they exist.",
});
