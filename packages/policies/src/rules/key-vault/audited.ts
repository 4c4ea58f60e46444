import { stackRule } from "../../rule";
import { sendsLogs } from "../links";
import { sendsAudit } from "./vault-logs";

export const audited = stackRule({
  id: "key-vault-audited",
  title: "Key vaults send their audit log",
  covers: [],
  requirements: ["OE-R8"],
  severity: "high",
  appliesTo: "keyvault:Vault",
  holds: (vault, { stack }) => sendsLogs(vault, stack, sendsAudit),
  fix: "Add a monitor.DiagnosticSetting for the vault with { categoryGroup: allLogs, enabled: true }.",
  why: "After a leak the first question is who read the secret, and only this log answers. Found when everything exists.",
});
