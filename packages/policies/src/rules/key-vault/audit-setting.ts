import { notApplicable, type Stack, type StackResource, stackRule, unknown, type Value } from "../../rule";
import { benchmarkControl } from "../psrule-control";
import { sendsAudit, vaultCategories } from "./vault-logs";

const VAULT_ID = /\/providers\/Microsoft\.KeyVault\/(vaults|managedHSMs)\/[^/]+\/?$/i;

export const auditSetting = stackRule({
  id: "key-vault-diagnostic-setting-audit",
  title: "Diagnostic settings of key vaults send the audit log",
  covers: ["Azure.KeyVault.Logs"],
  requirements: ["OE-R8"],
  severity: "high",
  appliesTo: "monitor:DiagnosticSetting",
  holds: (setting, { stack }) => {
    const logs = setting.at("logs");
    const about = isAboutVault(setting, stack);
    if (about === false) return notApplicable("It is about another resource than a key vault");
    const sent = logs.some("needs an enabled log of the category AuditEvent or the group audit or allLogs", sendsAudit);
    if (about === true || sent.is === "holds") return sent;
    if (logs.items().some(isForeign)) return notApplicable("It names logs that a key vault does not have");
    return unknown("resourceUri");
  },
  fix: "Add { categoryGroup: allLogs, enabled: true } to logs.",
  why: "Only this log says who read which secret. Judged with the whole stack, which knows whose setting it is.",
  frameworks: [benchmarkControl("LT-4", "Azure.KeyVault.Logs")],
});

/** Undefined where the id is unknown and made from nothing in the stack. */
function isAboutVault(setting: StackResource, stack: Stack): boolean | undefined {
  const vault = stack.linked(setting, "resourceUri", "keyvault:Vault", ["id"]);
  if (vault.to !== undefined) return true;
  if (vault.unknown !== undefined) return setting.sources("resourceUri").length > 0 ? false : undefined;
  const id = setting.at("resourceUri");
  return id.isAbsent || VAULT_ID.test(id.text ?? "");
}

function isForeign(log: Value): boolean {
  const category = log.at("category").text?.toLowerCase();
  return category !== undefined && vaultCategories.every((known) => known.toLowerCase() !== category);
}
