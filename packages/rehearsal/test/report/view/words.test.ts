import type { RehearsedRule, Verdict } from "../../../src/document";
import { wordsOf } from "../../../src/report/view/words";

const rule: RehearsedRule = {
  name: "r",
  title: "Vaults keep what they delete",
  description: "Deleted vaults cannot be purged.",
  severity: "high",
  level: "mandatory",
  fix: "Set enablePurgeProtection to true.",
  url: "https://rules.example/r.md",
  judges: "resource",
};

function words(message: string, of: RehearsedRule | "unknown" = rule) {
  const verdict: Verdict = { pack: "p", rule: "r", outcome: "fail", level: "mandatory", severity: "high", message };
  return wordsOf(verdict, of === "unknown" ? undefined : of);
}

test.each([
  "Deleted vaults cannot be purged.\nenablePurgeProtection: is false. Fix: Set enablePurgeProtection to true. https://rules.example/r.md",
  "Deleted vaults cannot be purged.\nVaults keep what they delete\nenablePurgeProtection: is false. Fix: Set enablePurgeProtection to true. https://rules.example/r.md",
  "enablePurgeProtection: is false.\nSet enablePurgeProtection to true.\nSee https://rules.example/r.md.",
  "Undetermined: enablePurgeProtection: is false.",
  "Deleted vaults cannot be purged.\nWaived: enablePurgeProtection: is false. https://rules.example/r.md",
])("description, mark, fix and link are each said once: %j", (message) => {
  expect(words(message)).toEqual({ what: "enablePurgeProtection: is false.", fix: rule.fix, url: rule.url });
});

test("a foreign rule's message stays whole", () => {
  const foreign = { ...rule, fix: undefined, url: undefined, description: "No public buckets" };
  expect(words("bucket is public", foreign)).toEqual({ what: "bucket is public" });
  expect(words("bucket is public", "unknown")).toEqual({ what: "bucket is public" });
});

test("a fix and a link that only the message has are found", () => {
  expect(words("It is open. Fix: Close it. https://other.example/x", "unknown")).toEqual({
    what: "It is open.",
    fix: "Close it.",
    url: "https://other.example/x",
  });
});

test("a violation without words says the rule's description", () => {
  expect(words("Deleted vaults cannot be purged.").what).toBe("Deleted vaults cannot be purged.");
  expect(words("", "unknown").what).toBe("r");
});

test("what is no web address does not become a link", () => {
  expect(words("It is open.", { ...rule, url: "javascript:alert(1)" }).url).toBeUndefined();
});
